namespace WhatsCommerce.Storefronts;

/// <summary>The body of a verified webhook; whoever signed it, its size and depth are bounded.</summary>
internal static class ProviderEventText
{
    /// <summary>More than any webhook of a payment.</summary>
    public const int LargestBody = 256 * 1024;

    private const int Deepest = 32;

    /// <summary>The body as JSON; null when it is not a JSON object.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            JsonDocument document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = Deepest });
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
