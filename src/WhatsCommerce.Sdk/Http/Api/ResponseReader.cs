using System.Text.Json.Serialization.Metadata;

namespace WhatsCommerce.Http;

/// <summary>
/// Selects how the response of an operation is read: lists item by item if necessary, everything else as a whole or in part.
/// </summary>
internal static class ResponseReader
{
    /// <summary>Creates a reader of complete responses.</summary>
    public static Func<byte[], object?> Of(JsonTypeInfo type, GraphOperationAttribute facts)
    {
        Func<byte[], object?> read = typeof(IPageResponse).IsAssignableFrom(type.Type) ? body => PageReader.Read(body, type, facts.Name)
            : facts.ReadsInPart ? body => PartialReader.Read(body, type)
            : body => JsonSerializer.Deserialize(body, type);
        return body => Complete(read(body));
    }

    /// <summary>Creates a reader of complete responses of a type.</summary>
    public static Func<byte[], object?> Of<TResponse>(JsonTypeInfo<TResponse> type)
        where TResponse : class, IGraphResponse => body => Complete(JsonSerializer.Deserialize(body, type));

    private static IGraphResponse? Complete(object? response) => response is IGraphResponse { IsComplete: true } complete ? complete : null;
}
