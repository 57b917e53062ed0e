using System.Runtime.Intrinsics;

namespace WhatsCommerce.Webhooks.Json;

/// <summary>Marks the bytes at which the scan of a JSON string must stop: quotes, backslashes and control characters.</summary>
internal static class StopBits
{
    private const byte Quote = (byte)'"';
    private const byte Backslash = (byte)'\\';
    private const byte LastControl = 0x1f;

    /// <summary>One bit for each of the first 64 bytes, the lowest for the first.</summary>
    public static ulong Of(ReadOnlySpan<byte> bytes) =>
        Vector512.IsHardwareAccelerated ? By512(bytes)
        : Vector256.IsHardwareAccelerated ? By256(bytes)
        : Vector128.IsHardwareAccelerated ? By128(bytes)
        : OneByOne(bytes[..64]);

    public static ulong By512(ReadOnlySpan<byte> bytes)
    {
        var block = Vector512.Create(bytes);
        Vector512<byte> stops = Vector512.Equals(block, Vector512.Create(Quote))
            | Vector512.Equals(block, Vector512.Create(Backslash))
            | Vector512.Equals(block, Vector512.Min(block, Vector512.Create(LastControl)));
        return stops.ExtractMostSignificantBits();
    }

    public static ulong By256(ReadOnlySpan<byte> bytes)
    {
        return Bits(bytes) | ((ulong)Bits(bytes[32..]) << 32);

        static uint Bits(ReadOnlySpan<byte> bytes)
        {
            var block = Vector256.Create(bytes);
            Vector256<byte> stops = Vector256.Equals(block, Vector256.Create(Quote))
                | Vector256.Equals(block, Vector256.Create(Backslash))
                | Vector256.Equals(block, Vector256.Min(block, Vector256.Create(LastControl)));
            return stops.ExtractMostSignificantBits();
        }
    }

    public static ulong By128(ReadOnlySpan<byte> bytes)
    {
        return Bits(bytes) | (Bits(bytes[16..]) << 16) | (Bits(bytes[32..]) << 32) | (Bits(bytes[48..]) << 48);

        static ulong Bits(ReadOnlySpan<byte> bytes)
        {
            var block = Vector128.Create(bytes);
            Vector128<byte> stops = Vector128.Equals(block, Vector128.Create(Quote))
                | Vector128.Equals(block, Vector128.Create(Backslash))
                | Vector128.Equals(block, Vector128.Min(block, Vector128.Create(LastControl)));
            return stops.ExtractMostSignificantBits();
        }
    }

    /// <summary>For up to 64 bytes.</summary>
    public static ulong OneByOne(ReadOnlySpan<byte> bytes)
    {
        ulong stops = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] is Quote or Backslash or <= LastControl)
            {
                stops |= 1UL << i;
            }
        }

        return stops;
    }
}
