using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;

namespace ReportBuilder.Reconciliation;

/// <summary>Reads the published numbers and their classes, and says all that is wrong with them.</summary>
public static class TargetReader
{
    /// <summary>File with one line a published number.</summary>
    public const string FileName = "avstemming.csv";

    /// <summary>File with the classes.</summary>
    public const string ClassFileName = "avstemmingsklasser.csv";

    private static readonly string[] Columns =
    [
        "id",
        "sted",
        "klasse",
        "maal",
        "grunnlag",
        "hvor",
        "mot",
        "treff",
        "variabel",
        "persentil",
        "minst",
        "publisert",
        "enhet",
        "toleranse",
        "standardfeil",
        "avstand",
        "vagt_ord",
        "status",
        "grunn",
        "tekst",
    ];

    /// <summary>Reads both files. Null when anything is wrong; the bag then says what (RB2001–RB2016, RB2060–RB2064).</summary>
    /// <param name="folder">Folder with the files.</param>
    /// <param name="shownAs">The folder as shown to the user.</param>
    /// <param name="schema">Columns of the harmonised dataset.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static ReconciliationTargets? Read(string folder, string shownAs, DatasetSchema schema, DiagnosticBag bag)
    {
        var errors = bag.ErrorCount;
        var classSheet = CsvSheet.Read(
            Path.Combine(folder, ClassFileName),
            shownAs + "/" + ClassFileName,
            ["klasse", "tekst", "krav_pst"],
            bag
        );
        var sheet = CsvSheet.Read(Path.Combine(folder, FileName), shownAs + "/" + FileName, Columns, bag);
        if (classSheet is null || sheet is null)
        {
            return null;
        }

        ReconciliationClass[] classes =
        [
            .. classSheet.Rows.Select(r => new ReconciliationClass(r["klasse"].Text, r["tekst"].Text, r["krav_pst"].Number(bag) ?? 0)),
        ];
        var reader = new LineReader(schema, [.. classes.Select(c => c.Name)], bag);
        ReconciliationTarget[] targets = [.. sheet.Rows.Select(reader.Read)];
        foreach (var twice in targets.GroupBy(t => t.Id, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            bag.Add(Diagnostic.Error("RB2064", twice.Last().Source) with { Found = twice.Key });
        }

        return bag.ErrorCount > errors ? null : new ReconciliationTargets(targets, classes);
    }

    private sealed class LineReader(DatasetSchema schema, IReadOnlyList<string> classes, DiagnosticBag bag)
    {
        private readonly ConditionParser _conditions = new(schema, bag);

        public ReconciliationTarget Read(CsvSheetRow row)
        {
            var status = Word(row["status"], ReconciliationWords.Statuses);
            var isJudged = status == TargetStatus.Reconciled;
            var hasMeasure = isJudged || row["maal"].Text.Length > 0;
            var target = new ReconciliationTarget
            {
                Id = row["id"].Text,
                Place = row["sted"].Text,
                Text = row["tekst"].Text,
                Class = isJudged ? Known(row["klasse"], classes) : string.Empty,
                Measure = hasMeasure ? Word(row["maal"], ReconciliationWords.Measures) : null,
                Basis = hasMeasure ? Word(row["grunnlag"], ReconciliationWords.Bases) : Basis.All,
                Where = _conditions.Read(row["hvor"]),
                Minus = row["mot"].Text.Length == 0 ? null : _conditions.Read(row["mot"]),
                Hit = _conditions.Read(row["treff"]),
                Variables = row["variabel"].Text.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                Percentile = Optional(row["persentil"]),
                Fewest = row["minst"].Text.Length == 0 ? 1 : row["minst"].Integer(bag) ?? 1,
                Published = Optional(row["publisert"]),
                Decimals = row["publisert"].Text.Split('.') is [_, var digits] ? digits.Length : 0,
                Unit = row["enhet"].Text,
                Tolerance = isJudged ? Word(row["toleranse"], ReconciliationWords.Tolerances) : ToleranceKind.Exact,
                StandardError = Optional(row["standardfeil"]),
                Distance = Optional(row["avstand"]),
                VagueWord = row["vagt_ord"].Text,
                Status = status,
                Reason = row["grunn"].Text,
                Source = row["id"].Place,
            };
            Check(target, row);
            return target;
        }

        private void Check(ReconciliationTarget target, CsvSheetRow row)
        {
            if (target.Status != TargetStatus.Reconciled)
            {
                if (target.Reason.Length == 0)
                {
                    Empty(row["grunn"], "grunn");
                }
            }
            else if (target.Published is null)
            {
                Empty(row["publisert"], "publisert");
            }

            if (target.Tolerance is ToleranceKind.TwoStandardErrors or ToleranceKind.TwoStandardErrorsOfLog && target.StandardError is null)
            {
                Empty(row["standardfeil"], "standardfeil");
            }

            if (target.Tolerance is ToleranceKind.Around or ToleranceKind.Above or ToleranceKind.Below && target.Distance is null)
            {
                Empty(row["avstand"], "avstand");
            }

            var needed = target.Measure switch
            {
                Measure.Mean or Measure.Percentile or Measure.ReversedPercentile or Measure.Maximum or Measure.Minimum or Measure.Mode => 1,
                Measure.Correlation => 2,
                _ => 0,
            };
            if (target.Variables.Count < needed)
            {
                Empty(row["variabel"], "variabel");
            }

            if (needed > 0)
            {
                foreach (var name in target.Variables)
                {
                    _conditions.IsColumn(name, row["variabel"].Place);
                }
            }

            if (target.Measure is Measure.Coefficient or Measure.StandardError or Measure.OddsChange or Measure.OddsRatio)
            {
                CheckTerm(target, row["variabel"]);
            }

            if (target.Measure == Measure.VarianceInflation)
            {
                CheckNames(target.Variables, PublishedModels.GroupNames(target.Basis), row["variabel"]);
            }

            if (target.Measure is Measure.Prediction or Measure.PredictionDifference)
            {
                CheckProfile(target, row["variabel"]);
            }

            if (target.Measure is Measure.Percentile or Measure.ReversedPercentile && target.Percentile is not (>= 0 and <= 100))
            {
                Empty(row["persentil"], "persentil");
            }

            if (target.Measure is Measure.Share or Measure.ShareOfAll && target.Hit.Terms.Count == 0)
            {
                Empty(row["treff"], "treff");
            }
        }

        private void CheckTerm(ReconciliationTarget target, CsvSheetCell cell)
        {
            var terms = PublishedModels.TermNames(target.Basis);
            if (target.Variables.Count != 1 || !terms.Contains(target.Variables[0]))
            {
                bag.Add(Diagnostic.Error("RB2060", cell.Place) with { Found = cell.Text, Nearest = NearestName.Find(cell.Text, terms) });
            }
        }

        private void CheckProfile(ReconciliationTarget target, CsvSheetCell cell)
        {
            if (Profile.Read(target.Variables) is { } profile)
            {
                CheckNames([.. profile.Values.Keys], PublishedModels.TermNames(Basis.IndividualModel), cell);
            }
            else
            {
                Empty(cell, "variabel");
            }
        }

        private void CheckNames(IReadOnlyList<string> found, IReadOnlyList<string> known, CsvSheetCell cell)
        {
            foreach (var name in found.Where(n => !known.Contains(n)))
            {
                bag.Add(Diagnostic.Error("RB2060", cell.Place) with { Found = name, Nearest = NearestName.Find(name, known) });
            }
        }

        private double? Optional(CsvSheetCell cell) => cell.Text.Length == 0 ? null : cell.Number(bag);

        private T Word<T>(CsvSheetCell cell, IReadOnlyDictionary<string, T> words)
            where T : struct
        {
            if (words.TryGetValue(cell.Text, out var value))
            {
                return value;
            }

            Unknown(cell, [.. words.Keys.Where(k => k.Length > 0).Order(StringComparer.Ordinal)]);
            return default;
        }

        private string Known(CsvSheetCell cell, IReadOnlyList<string> names)
        {
            if (!names.Contains(cell.Text))
            {
                Unknown(cell, names);
            }

            return cell.Text;
        }

        private void Unknown(CsvSheetCell cell, IReadOnlyList<string> names) =>
            bag.Add(
                Diagnostic.Error("RB2062", cell.Place) with
                {
                    Found = cell.Text,
                    Expected = string.Join(", ", names),
                    Nearest = NearestName.Find(cell.Text, names),
                }
            );

        private void Empty(CsvSheetCell cell, string column) => bag.Add(Diagnostic.Error("RB2063", cell.Place, column));
    }
}
