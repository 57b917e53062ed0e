namespace WhatsCommerce.Http;

/// <summary>Reads the usage headers. They are untrusted input: values that do not fit are skipped, and memory is bounded.</summary>
internal static class UsageReader
{
    private const int MaxLength = 16 * 1024;
    private const int MaxEntries = 64;
    private const int MaxText = 64;
    private const int MinutesOfAWeek = 7 * 24 * 60;

    private static readonly JsonDocumentOptions Shallow = new() { MaxDepth = 8 };

    public static GraphUsage? Read(string? app, string? business)
    {
        UsageShare? share = Read(app, static root => Share(root));
        IReadOnlyList<BusinessUsage>? businesses = Read<IReadOnlyList<BusinessUsage>>(business, Businesses);
        return share is null && businesses is null ? null : new GraphUsage { App = share, Businesses = businesses ?? [] };
    }

    private static TResult? Read<TResult>(string? header, Func<JsonElement, TResult?> read)
        where TResult : class
    {
        if (header is null or { Length: > MaxLength })
        {
            return null;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(header, Shallow);
            return document.RootElement.ValueKind == JsonValueKind.Object ? read(document.RootElement) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: the text contains a lone surrogate.
            return null;
        }
    }

    private static IReadOnlyList<BusinessUsage>? Businesses(JsonElement root)
    {
        List<BusinessUsage> found = [];
        foreach (JsonProperty business in root.EnumerateObject())
        {
            if (business.Value.ValueKind != JsonValueKind.Array || business.Name.Length > MaxText)
            {
                continue;
            }

            foreach (JsonElement entry in business.Value.EnumerateArray())
            {
                if (found.Count == MaxEntries)
                {
                    return found;
                }

                if (entry.ValueKind == JsonValueKind.Object)
                {
                    found.Add(Business(business.Name, entry));
                }
            }
        }

        return found.Count == 0 ? null : found;
    }

    private static BusinessUsage Business(string id, JsonElement entry) => new()
    {
        ObjectId = id,
        Type = entry.TryGetProperty("type"u8, out JsonElement type) && type.ValueKind == JsonValueKind.String
            && type.GetString() is { Length: <= MaxText } text ? text : null,
        Used = Share(entry),
        TimeToRegainAccess = Number(entry, "estimated_time_to_regain_access"u8) is int minutes and > 0
            ? TimeSpan.FromMinutes(Math.Min(minutes, MinutesOfAWeek))
            : null,
    };

    private static UsageShare Share(JsonElement entry) => new()
    {
        CallCount = Number(entry, "call_count"u8),
        TotalCpuTime = Number(entry, "total_cputime"u8),
        TotalTime = Number(entry, "total_time"u8),
    };

    // Meta writes whole numbers; other Graph headers have fractions.
    private static int? Number(JsonElement entry, ReadOnlySpan<byte> name) =>
        entry.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(
            out double number)
            && number is >= 0 and <= int.MaxValue
            ? (int)Math.Ceiling(number)
            : null;
}
