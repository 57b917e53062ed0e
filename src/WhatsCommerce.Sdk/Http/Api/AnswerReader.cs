using System.Text.Json.Serialization.Metadata;

namespace WhatsCommerce.Http;

/// <summary>How the answer of an operation is read: lists item by item where need be, all else as a whole or in part.</summary>
internal static class AnswerReader
{
    /// <summary>A reader of complete answers.</summary>
    public static Func<byte[], object?> Of(JsonTypeInfo type, GraphOperationAttribute facts)
    {
        Func<byte[], object?> read = typeof(IPageAnswer).IsAssignableFrom(type.Type) ? body => PageReader.Read(body, type, facts.Name)
            : facts.ReadsInPart ? body => PartialReader.Read(body, type)
            : body => JsonSerializer.Deserialize(body, type);
        return body => Complete(read(body));
    }

    /// <summary>A reader of complete answers of a type.</summary>
    public static Func<byte[], object?> Of<TAnswer>(JsonTypeInfo<TAnswer> type)
        where TAnswer : class, IGraphAnswer => body => Complete(JsonSerializer.Deserialize(body, type));

    private static IGraphAnswer? Complete(object? answer) => answer is IGraphAnswer { IsComplete: true } complete ? complete : null;
}
