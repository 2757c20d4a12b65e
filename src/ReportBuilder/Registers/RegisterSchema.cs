using System.Collections.Frozen;

namespace ReportBuilder.Registers;

/// <summary>The declared variables of a register, read from <c>data/registre/*.schema.csv</c>.</summary>
public sealed class RegisterSchema
{
    private readonly FrozenDictionary<string, int> _byName;

    /// <summary>Makes a schema of variables with different names.</summary>
    /// <param name="register">Name of the register: <c>nir</c>, <c>jobbsjansen</c>, <c>kostra</c> or <c>regnskap</c>.</param>
    /// <param name="variables">Its variables.</param>
    public RegisterSchema(string register, IReadOnlyList<RegisterVariable> variables)
    {
        Register = register;
        Variables = variables;
        _byName = variables.Select((v, i) => (v.Name, i)).ToFrozenDictionary(p => p.Name, p => p.i, StringComparer.Ordinal);
    }

    /// <summary>Name of the register.</summary>
    public string Register { get; }

    /// <summary>All variables, in the order of the file.</summary>
    public IReadOnlyList<RegisterVariable> Variables { get; }

    /// <summary>Index of a variable, or −1.</summary>
    public int IndexOf(string name) => _byName.GetValueOrDefault(name, -1);

    /// <summary>Index of the first variable with a use, or −1.</summary>
    public int IndexOf(RegisterUse use)
    {
        for (var i = 0; i < Variables.Count; i++)
        {
            if (Variables[i].Use == use)
            {
                return i;
            }
        }

        return -1;
    }
}
