using ReportBuilder.Datasets;
using ReportBuilder.Editions;
using ReportBuilder.Labels;

namespace ReportBuilder.Stages;

/// <summary>
/// Which of the data that a report can do without were given. Decided by what the dataset has, not by which files were named, so that a harmonised dataset without the facts is told of in the same way.
/// </summary>
/// <param name="HasMunicipalityFacts">The facts that the municipality model has on municipalities are known somewhere.</param>
/// <param name="HasIntroductionWages">Wages of introduksjonsprogrammet are known somewhere.</param>
/// <param name="HasJobbsjansenWages">Wages of Jobbsjansen are known somewhere.</param>
public sealed record OptionalInputs(bool HasMunicipalityFacts, bool HasIntroductionWages, bool HasJobbsjansenWages)
{
    // Settings that would give what is left out; the last part of each is that of the key of its words.
    private const string Registers = "data.registre.nir";
    private const string StatBank = "data.registre.ssb";
    private const string Kostra = "data.registre.kostra";
    private const string Accounts = "data.registre.regnskap";

    /// <summary>True when the project model can compare the schemes.</summary>
    public bool HasWages => HasIntroductionWages && HasJobbsjansenWages;

    /// <summary>Finds what a dataset has.</summary>
    public static OptionalInputs Of(Dataset data)
    {
        return new OptionalInputs(
            ModelTerm.OfMunicipalities.All(t => data.Column(t.Column) is var column && column.MissingCount < column.RowCount),
            HasWagesOf(data, Scheme.Introduksjonsprogrammet),
            HasWagesOf(data, Scheme.Jobbsjansen)
        );
    }

    /// <summary>True when nothing that the model needs of a place is wholly unknown.</summary>
    public bool Cover(ReportModel model) =>
        model.Grouping switch
        {
            ModelGrouping.Municipality => HasMunicipalityFacts,
            ModelGrouping.Project => HasWages,
            _ => true,
        };

    /// <summary>What the report does without, in the order of its settings.</summary>
    /// <param name="hasRegisters">True when the participants came out of registers, so that the recodings can be told.</param>
    /// <param name="labels">The words.</param>
    public IReadOnlyList<LeftOut> LeftOut(bool hasRegisters, LabelSet labels)
    {
        (string Setting, bool Has)[] inputs =
        [
            (Registers, hasRegisters),
            (Kostra, HasIntroductionWages),
            (Accounts, HasJobbsjansenWages),
            (StatBank, HasMunicipalityFacts),
        ];
        return [.. inputs.Where(i => !i.Has).Select(i => new LeftOut(i.Setting, labels.Get($"utelatt.{i.Setting.Split('.')[^1]}")))];
    }

    private static bool HasWagesOf(Dataset data, Scheme scheme)
    {
        var wages = data.Numbers(ModelTerm.OfProjects[0].Column);
        var schemes = data.Codes(StageColumns.Scheme);
        var index = schemes.IndexOf(Breakdown.Token(scheme));
        for (var row = 0; row < data.RowCount; row++)
        {
            if (schemes.Indices[row] == index && !wages.IsMissing(row))
            {
                return true;
            }
        }

        return false;
    }
}
