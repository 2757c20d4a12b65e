using ReportBuilder.Datasets;
using ReportBuilder.Diagnostics;
using ReportBuilder.Synthesis.Places;

namespace ReportBuilder.Synthesis;

/// <summary>Reads the parameter files of the generator, checking every name against the schema.</summary>
internal sealed class ParameterReader(string folder, string shownAs, DatasetSchema schema, DiagnosticBag bag)
{
    private readonly SchemaColumn _scheme = schema.WithRole(ColumnRole.Scheme)!;
    private readonly int _errors = bag.ErrorCount;
    private IReadOnlyList<RowGroup> _groups = [];

    /// <summary>Reads all files, or gives null.</summary>
    public SyntheticParameters? Read()
    {
        _groups = Rows("grupper.csv", "ordning,gruppe,antall,maaloppnaaelse_pst", ReadGroup);
        var constants = Rows("konstanter.csv", "navn,verdi", r => (Name: r["navn"].Text, Value: Number(r["verdi"])));
        var weights = ReadWeights();
        var parameters = new SyntheticParameters
        {
            Groups = _groups,
            Missing = Rows("mangler.csv", "ordning,gruppe,variabel,antall,dekker", ReadMissing),
            Weights = weights,
            Means = Rows(
                "gjennomsnitt.csv",
                "ordning,gruppe,variabel,gjennomsnitt",
                r => new TargetMean(Scheme(r), Group(r), Variable(r["variabel"]).Name, Number(r["gjennomsnitt"]))
            ),
            Pairs = Rows("tiltakspar.csv", "ordning,forste,andre,begge,bare_forste,bare_andre", ReadPair),
            Loadings = Rows("ladninger.csv", "ordning,variabel,faktor,ladning", ReadLoading),
            Coefficients = Rows("koeffisienter.csv", "variabel,verdi,koeffisient,standardfeil,tilpasses", ReadCoefficient),
            OutcomeShares = Rows("maaloppnaaelse.csv", "ordning,variabel,fra,til,andel_pst", ReadOutcomeShare),
            Years = Rows("aar.csv", "ordning,aar,antall,kommuner,over_ti,ti_komplette,eksponent,arbeid,utdanning", ReadYear),
            MunicipalityIcc = Constant(constants, "icc_kommune"),
            InterceptInflation = Constant(constants, "icc_forsterkning"),
            ImmigrantEffect = Constant(constants, "innvandrerandel"),
            Schemes = [.. _scheme.Levels.Select(l => l.Token)],
            Places = ReadPlaces(),
            Series = Rows(
                "kommunevariabler.csv",
                "kolonne,form,median_introduksjonsprogrammet,median_jobbsjansen,spredning,aarsspredning,innvandrere,desimaler",
                ReadSeries
            ),
            Wages = Rows(
                "lonn.csv",
                "ordning,median_per_deltaker,median_per_prosjekt,spredning,aarsspredning",
                r => new WageLevel(
                    Scheme(r),
                    Number(r["median_per_deltaker"]),
                    Number(r["median_per_prosjekt"]),
                    Number(r["spredning"]),
                    Number(r["aarsspredning"])
                )
            ),
            Ridge = Constant(constants, "skrumping"),
        };
        CheckTotals(parameters);
        return bag.ErrorCount > _errors ? null : parameters;
    }

    private List<ValueWeight> ReadWeights()
    {
        var weights = Rows(
            "kategorier.csv",
            "ordning,gruppe,variabel,verdi,vekt",
            r => new ValueWeight(Scheme(r), Group(r), Variable(r["variabel"]).Name, Value(r["variabel"], r["verdi"]), Number(r["vekt"]))
        );
        foreach (var bin in Rows("tall.csv", "ordning,variabel,fra,til,vekt", ReadBin))
        {
            weights.AddRange(bin);
        }

        foreach (var pair in Rows("tiltak.csv", "ordning,variabel,andel_pst", ReadMeasure))
        {
            weights.AddRange(pair);
        }

        return weights;
    }

    private RowGroup ReadGroup(CsvSheetRow row) =>
        new(Scheme(row), row["gruppe"].Text, Integer(row["antall"]), Number(row["maaloppnaaelse_pst"]) / 100);

    private MissingQuota ReadMissing(CsvSheetRow row) =>
        new(Scheme(row), Group(row), Variable(row["variabel"]).Name, Integer(row["antall"]), YesNo(row["dekker"]));

    /// <summary>A class of whole numbers, its weight spread evenly.</summary>
    private IEnumerable<ValueWeight> ReadBin(CsvSheetRow row)
    {
        var (from, to) = (Integer(row["fra"]), Integer(row["til"]));
        var variable = Variable(row["variabel"]).Name;
        var (scheme, weight) = (Scheme(row), Number(row["vekt"]) / (to - from + 1));
        return Enumerable
            .Range(from, Math.Max(0, to - from + 1))
            .Select(v => new ValueWeight(scheme, SyntheticParameters.Complete, variable, v, weight));
    }

    /// <summary>A measure: those without it first, so that a high score means having it.</summary>
    private IEnumerable<ValueWeight> ReadMeasure(CsvSheetRow row)
    {
        var (scheme, variable, share) = (Scheme(row), Variable(row["variabel"]).Name, Number(row["andel_pst"]));
        return
        [
            new ValueWeight(scheme, SyntheticParameters.Complete, variable, 0, 100 - share),
            new ValueWeight(scheme, SyntheticParameters.Complete, variable, 1, share),
        ];
    }

    private MeasurePair ReadPair(CsvSheetRow row) =>
        new(
            Scheme(row),
            Variable(row["forste"]).Name,
            Variable(row["andre"]).Name,
            Integer(row["begge"]),
            Integer(row["bare_forste"]),
            Integer(row["bare_andre"])
        );

    private Loading ReadLoading(CsvSheetRow row)
    {
        int? scheme = row["ordning"].Text.Length == 0 ? null : Scheme(row);
        var cell = row["faktor"];
        var colon = cell.Text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return new Loading(scheme, row["variabel"].Text, cell.Text, null, Number(row["ladning"]));
        }

        var variable = cell with { Text = cell.Text[..colon] };
        var value = Value(variable, cell with { Text = cell.Text[(colon + 1)..] });
        return new Loading(scheme, row["variabel"].Text, variable.Text, value, Number(row["ladning"]));
    }

    private CoefficientTarget ReadCoefficient(CsvSheetRow row)
    {
        var name = row["variabel"].Text;
        return new CoefficientTarget(
            name.Length == 0 ? name : Variable(row["variabel"]).Name,
            row["verdi"].Text.Length == 0 ? null : Value(row["variabel"], row["verdi"]),
            Number(row["koeffisient"]),
            Number(row["standardfeil"]),
            YesNo(row["tilpasses"])
        );
    }

    private OutcomeShare ReadOutcomeShare(CsvSheetRow row)
    {
        var from = Value(row["variabel"], row["fra"]);
        var to = row["til"].Text.Length == 0 ? from : Value(row["variabel"], row["til"]);
        return new OutcomeShare(Scheme(row), Variable(row["variabel"]).Name, from, to, Number(row["andel_pst"]) / 100);
    }

    private SchemeYear ReadYear(CsvSheetRow row)
    {
        var (work, education) = (Number(row["arbeid"]), Number(row["utdanning"]));
        return new SchemeYear(
            Scheme(row),
            Integer(row["aar"]),
            Integer(row["antall"]),
            Integer(row["kommuner"]),
            Integer(row["over_ti"]),
            Integer(row["ti_komplette"]),
            Number(row["eksponent"]),
            work / (work + education)
        );
    }

    private PlaceParameters ReadPlaces()
    {
        var numbers = Rows("steder.csv", "navn,verdi", r => (Name: r["navn"].Text, Value: Number(r["verdi"])));
        var tokens = _scheme.Levels.Select(l => l.Token).ToList();
        return new PlaceParameters
        {
            Intro = tokens.IndexOf(Stages.Breakdown.Token(Editions.Scheme.Introduksjonsprogrammet)),
            Job = tokens.IndexOf(Stages.Breakdown.Token(Editions.Scheme.Jobbsjansen)),
            Numbers = PlaceNumber.All.ToDictionary(n => n, n => Constant(numbers, n, "steder.csv"), StringComparer.Ordinal),
            NamedProjects = Rows(
                "steder_prosjekter.csv",
                "kommune,sted,prosjekt",
                r => new NamedProject(r["kommune"].Text, r["sted"].Text, r["prosjekt"].Text)
            ),
        };
    }

    private MunicipalitySeries ReadSeries(CsvSheetRow row) =>
        new(
            Variable(row["kolonne"]).Name,
            Form(row["form"]),
            Number(row["median_introduksjonsprogrammet"]),
            Number(row["median_jobbsjansen"]),
            Number(row["spredning"]),
            Number(row["aarsspredning"]),
            Number(row["innvandrere"]),
            Integer(row["desimaler"])
        );

    private void CheckTotals(SyntheticParameters parameters)
    {
        for (var scheme = 0; scheme < _scheme.Levels.Count; scheme++)
        {
            var rows = parameters.Groups.Where(g => g.Scheme == scheme).Sum(g => g.Count);
            var years = parameters.Years.Where(y => y.Scheme == scheme).Sum(y => y.Count);
            if (rows != years)
            {
                var place = new SourcePlace(shownAs + "/aar.csv");
                bag.Add(
                    Diagnostic.Error("RB2053", place, _scheme.Levels[scheme].Token) with
                    {
                        Found = years.ToText(),
                        Expected = rows.ToText(),
                    }
                );
            }
        }
    }

    private List<T> Rows<T>(string file, string columns, Func<CsvSheetRow, T> read)
    {
        var sheet = CsvSheet.Read(Path.Combine(folder, file), shownAs + "/" + file, columns.Split(','), bag);
        return sheet is null ? [] : [.. sheet.Rows.Select(read)];
    }

    private double Constant(List<(string Name, double Value)> constants, string name, string file = "konstanter.csv")
    {
        var at = constants.FindIndex(c => c.Name == name);
        if (at < 0)
        {
            bag.Add(Diagnostic.Error("RB2052", new SourcePlace(shownAs + "/" + file), name));
        }

        return at < 0 ? 0 : constants[at].Value;
    }

    private int Scheme(CsvSheetRow row) => (int)LevelOf(_scheme, row["ordning"]);

    private string Group(CsvSheetRow row)
    {
        var cell = row["gruppe"];
        if (!_groups.Any(g => g.Name == cell.Text))
        {
            Unknown(cell, _groups.Select(g => g.Name).Distinct());
        }

        return cell.Text;
    }

    private SchemaColumn Variable(CsvSheetCell cell)
    {
        if (schema.Find(cell.Text) is { } column)
        {
            return column;
        }

        Unknown(cell, schema.Names);
        return schema.Columns[0];
    }

    /// <summary>A level index for the token of a category, otherwise the number.</summary>
    private double Value(CsvSheetCell variable, CsvSheetCell value) =>
        schema.Find(variable.Text) is { Kind: ValueKind.Code } column ? LevelOf(column, value) : Number(value);

    private double LevelOf(SchemaColumn column, CsvSheetCell cell)
    {
        var tokens = column.Levels.Select(l => l.Token).ToList();
        if (!tokens.Contains(cell.Text))
        {
            Unknown(cell, tokens);
        }

        return Math.Max(0, tokens.IndexOf(cell.Text));
    }

    private SeriesForm Form(CsvSheetCell cell)
    {
        if (!MunicipalitySeries.Forms.TryGetValue(cell.Text, out var form))
        {
            Unknown(cell, MunicipalitySeries.Forms.Keys.Order(StringComparer.Ordinal));
        }

        return form;
    }

    private bool YesNo(CsvSheetCell cell)
    {
        if (cell.Text is not ("yes" or "no"))
        {
            Unknown(cell, ["yes", "no"]);
        }

        return cell.Text == "yes";
    }

    private void Unknown(CsvSheetCell cell, IEnumerable<string> valid)
    {
        var names = valid.ToList();
        bag.Add(
            Diagnostic.Error("RB2050", cell.Place) with
            {
                Found = cell.Text,
                Expected = string.Join(", ", names),
                Nearest = NearestName.Find(cell.Text, names),
            }
        );
    }

    private double Number(CsvSheetCell cell) => cell.Number(bag) ?? 0;

    private int Integer(CsvSheetCell cell) => cell.Integer(bag) ?? 0;
}
