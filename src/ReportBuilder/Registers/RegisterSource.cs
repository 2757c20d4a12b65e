using System.Security.Cryptography;

namespace ReportBuilder.Registers;

/// <summary>The bytes of a register file in order, fingerprinted on the way.</summary>
/// <param name="stream">Where they come from; closed with the source.</param>
internal sealed class RegisterSource(Stream stream) : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>What the system said when reading failed; null when it did not.</summary>
    public string? Failure { get; private set; }

    /// <summary>SHA-256 of all bytes, lower-case hexadecimal; null until the end has been reached.</summary>
    public string? Fingerprint { get; private set; }

    /// <summary>Reads some bytes; 0 at the end or on failure.</summary>
    public int Read(Span<byte> bytes)
    {
        if (Fingerprint is not null || Failure is not null)
        {
            return 0;
        }

        try
        {
            var count = stream.Read(bytes);
            _hash.AppendData(bytes[..count]);
            if (count == 0)
            {
                Fingerprint = Convert.ToHexStringLower(_hash.GetHashAndReset());
            }

            return count;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Failure = e.Message;
            return 0;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _hash.Dispose();
        stream.Dispose();
    }
}
