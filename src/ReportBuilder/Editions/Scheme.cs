namespace ReportBuilder.Editions;

/// <summary>The two integration schemes. The number is the code in the data (Tabell 9): 1 = Jobbsjansen.</summary>
public enum Scheme
{
    /// <summary>Introduksjonsprogrammet, for newly arrived refugees; mandatory.</summary>
    Introduksjonsprogrammet = 0,

    /// <summary>Jobbsjansen, mainly for home-based immigrant women; voluntary.</summary>
    Jobbsjansen = 1,
}
