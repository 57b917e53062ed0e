using WhatsCommerce.Webhooks.Json;

namespace WhatsCommerce.Tests.Json;

/// <summary>Each width of vectors marks the same bytes, on a machine that has it or not.</summary>
public sealed class StopBitsTests
{
    private const int Window = 64;

    [Fact]
    public void Of_EachByteAtEachPlace_IsMarkedIfTextStopsThere()
    {
        byte[] bytes = new byte[Window];
        for (int at = 0; at < Window; at++)
        {
            for (int value = 0; value < 256; value++)
            {
                bytes.AsSpan().Fill((byte)'x');
                bytes[at] = (byte)value;

                ulong expected = value is '"' or '\\' or < ' ' ? 1UL << at : 0;

                AssertAll(expected, bytes);
            }
        }
    }

    [Fact]
    public void Of_RandomBytes_IsTheSameByEachWidth()
    {
        var random = new Random(1);
        byte[] bytes = new byte[Window + 7];
        for (int round = 0; round < 1000; round++)
        {
            random.NextBytes(bytes);
            AssertAll(StopBits.OneByOne(bytes.AsSpan(0, Window)), bytes);
        }
    }

    private static void AssertAll(ulong expected, byte[] bytes)
    {
        Assert.Equal(expected, StopBits.OneByOne(bytes.AsSpan(0, Window)));
        Assert.Equal(expected, StopBits.By128(bytes));
        Assert.Equal(expected, StopBits.By256(bytes));
        Assert.Equal(expected, StopBits.By512(bytes));
        Assert.Equal(expected, StopBits.Of(bytes));
    }
}
