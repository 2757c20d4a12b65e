using System.Text;
using ReportBuilder.Diagnostics;
using ReportBuilder.Registers;
using Xunit;

namespace ReportBuilder.Tests.Registers;

/// <summary>Memory does not grow with the file.</summary>
public class RegisterMemoryTest
{
    [Theory]
    [InlineData("utf-8")]
    [InlineData("windows-1252")]
    public void Read_HundredTimesTheRows_AllocatesNoMore(string encoding)
    {
        _ = Allocated(encoding, 10);

        var few = Allocated(encoding, 1_000);
        var many = Allocated(encoding, 100_000);

        Assert.InRange(many, 0, few + 4096);
    }

    private static long Allocated(string encoding, int rows)
    {
        var bag = new DiagnosticBag();
        var stream = new RepeatingStream(encoding == "utf-8" ? Encoding.UTF8 : Encoding.Latin1, rows);
        var before = GC.GetAllocatedBytesForCurrentThread();
        using (var file = RegisterFile.Open(stream, "prove.csv", RegisterText.Schema, bag, 64 * 1024)!)
        {
            while (file.Read())
            {
                for (var i = 0; i < file.Schema.Variables.Count; i++)
                {
                    _ = file.Cell(i);
                }

                RegisterCells.Number(file, 3, bag);
                RegisterCells.Date(file, 5, bag);
            }

            Assert.Equal((rows, 0), (file.RecordCount, bag.ErrorCount));
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>A header and the same record again and again, without any of it in memory.</summary>
    private sealed class RepeatingStream(Encoding encoding, int rows) : Stream
    {
        private readonly byte[] _header = encoding.GetBytes(RegisterText.Header + "\n");
        private readonly byte[] _row = encoding.GetBytes("N1;\"Bærum; \"\"øst\"\"\nog vest\";Å;10,5;2;31.12.2019;1\n");
        private long _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => _header.Length + ((long)rows * _row.Length);

        public override long Position
        {
            get => _at;
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            var isHeader = _at < _header.Length;
            var from = isHeader ? _header.AsSpan((int)_at) : _row.AsSpan((int)((_at - _header.Length) % _row.Length));
            var count = _at >= Length ? 0 : Math.Min(from.Length, buffer.Length);
            from[..count].CopyTo(buffer);
            _at += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
