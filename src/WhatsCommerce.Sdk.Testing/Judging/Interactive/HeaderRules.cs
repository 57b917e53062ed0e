using WhatsCommerce.Testing.Judging.Media;

namespace WhatsCommerce.Testing.Judging.Interactive;

/// <summary>
/// The rules for the header of an interactive message. Source: Meta, the published OpenAPI description, <c>interactive.header</c>.
/// </summary>
internal static class HeaderRules
{
    /// <summary>An optional header of one of the types that the message allows.</summary>
    public static Refusal? Allow(Place header, string messages, params ReadOnlySpan<string> types) =>
        header.IsThere ? Need(header, messages, types) : null;

    /// <summary>A required header of one of the types that the message allows.</summary>
    public static Refusal? Need(Place header, string messages, params ReadOnlySpan<string> types)
    {
        if (!header.IsObject)
        {
            return header.IsThere ? header.NeedObject() : Refusals.Missing($"The parameter {header.Path} is required for {messages}.");
        }

        string? type = header["type"].Text;
        return string.IsNullOrEmpty(type) ? header["type"].Missing()
            : !types.Contains(type) ? header["type"].Wrong(
                $"must be one of {{{string.Join(", ", types!)}}} for {messages} - got \"{type}\"")
            : type == "text" ? header["text"].NeedText("Header text", Limits.HeaderText)
            : MediaFileRules.Judge(header[type]);
    }
}
