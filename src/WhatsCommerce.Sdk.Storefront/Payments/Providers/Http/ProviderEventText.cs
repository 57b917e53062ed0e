namespace WhatsCommerce.Storefronts;

/// <summary>Parses the body of a verified webhook, with limits for its size and depth even though it is signed.</summary>
internal static class ProviderEventText
{
    /// <summary>The maximum size in bytes; larger than any payment webhook.</summary>
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
