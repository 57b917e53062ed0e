using System.Globalization;

namespace WhatsCommerce;

/// <summary>One parameter that a place of a template takes.</summary>
/// <param name="Type">
/// Its type on the wire: <c>text</c>, <c>image</c>, <c>video</c>, <c>document</c>, <c>location</c>, <c>product</c>, <c>payload</c>,
/// <c>coupon_code</c>, <c>action</c> and others. An amount or a moment may stand where a body takes a text.
/// </param>
/// <param name="Name">The name of the variable; <see langword="null"/> in templates that count them.</param>
/// <param name="IsRequired">Whether it may not be left out.</param>
public sealed record TemplateSlotParameter(string Type, string? Name = null, bool IsRequired = true)
{
    /// <summary>The variable as the template has it, or the type of what is no text.</summary>
    internal string Describe(int index) =>
        Type != "text" ? Type : Name is null ? string.Create(CultureInfo.InvariantCulture, $"{{{{{index + 1}}}}}") : $"{{{{{Name}}}}}";
}
