using System.Net;

namespace WhatsCommerce.Emulator.Commands;

/// <summary>Parses the values of options. On an invalid value each method returns what it accepts.</summary>
internal static class OptionValues
{
    private static readonly TimeSpan LongestTime = TimeSpan.FromMinutes(10);

    public static (int Value, string? Problem) Port(string text) =>
        ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ushort port)
            ? (port, null)
            : (0, "expected a whole number from 0 to 65535, where 0 selects a free port");

    public static (IPAddress? Value, string? Problem) Address(string text) =>
        text == "localhost" ? (IPAddress.Loopback, null)
        : IPAddress.TryParse(text, out IPAddress? address) && !text.All(char.IsAsciiDigit) ? (address, null)
        : (null, "expected an IP address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them");

    public static (Uri? Value, string? Problem) WebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? (address, null)
            : (null, "expected an absolute http or https URL, such as http://localhost:5000/webhooks/whatsapp");

    public static (string? Value, string? Problem) Secret(string text) =>
        text.Length > 0 && !text.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? (text, null)
            : (null, "expected a text of letters, digits and other printable ASCII characters, without spaces");

    public static (string? Value, string? Problem) Id(string text) =>
        text.Length is > 0 and <= 20 && !text.AsSpan().ContainsAnyExceptInRange('0', '9')
            ? (text, null)
            : (null, "expected an id of Meta, at most 20 digits");

    public static (PhoneNumber Value, string? Problem) Phone(string text) =>
        PhoneNumber.TryParse(text, out PhoneNumber number)
            ? (number, null)
            : (default, "expected a phone number with its country code, such as +15550783881");

    public static (FileInfo? Value, string? Problem) ExistingFile(string text) =>
        File.Exists(text) ? (new(text), null) : (null, "there is no such file; expected a JSON or CSV file of items");

    public static (DirectoryInfo? Value, string? Problem) Folder(string text) =>
        string.IsNullOrWhiteSpace(text) || File.Exists(text)
            ? (null, "expected a folder, which is created if it does not exist")
            : (new(text), null);

    public static (int Value, string? Problem) Seed(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int seed)
            ? (seed, null)
            : (0, "expected a whole number from 0 to 2147483647");

    public static (int? Value, string? Problem) Throughput(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int perSecond) && perSecond is >= 1 and <= 100_000
            ? (perSecond, null)
            : (null, "expected the number of accepted messages per second, a whole number from 1 to 100000");

    public static (int Value, string? Problem) UpdatesPerWebhook(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int updates) && updates is >= 1 and <= 1_000
            ? (updates, null)
            : (1, "expected the maximum number of updates in one webhook, a whole number from 1 to 1000");

    public static (LatencyRange Value, string? Problem) Latency(string text)
    {
        string[] parts = text.Split('-');
        string unit = text.EndsWith("ms", StringComparison.Ordinal) ? "ms" : "s";
        TimeSpan? longest = Time(parts[^1]);
        TimeSpan? shortest = parts.Length == 1 ? longest : Time(parts[0]) ?? Time(parts[0] + unit);
        return parts.Length <= 2 && shortest is { } from && longest is { } to && from <= to
            ? (new(from, to), null)
            : (default, "expected a time, such as 200ms or 1.5s, or a range of two, such as 100-400ms, up to 10 minutes");
    }

    /// <summary>Parses a time such as <c>200ms</c> or <c>1.5s</c>, up to ten minutes.</summary>
    public static TimeSpan? Time(string text)
    {
        bool isMilliseconds = text.EndsWith("ms", StringComparison.Ordinal);
        string number = isMilliseconds ? text[..^2] : text.EndsWith('s') ? text[..^1] : "";
        return decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value)
            && value * (isMilliseconds ? 1 : 1000) <= (decimal)LongestTime.TotalMilliseconds
            ? TimeSpan.FromMilliseconds((long)(value * (isMilliseconds ? 1 : 1000)))
            : null;
    }
}
