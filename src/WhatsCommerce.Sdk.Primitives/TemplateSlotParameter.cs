using System.Globalization;

namespace WhatsCommerce;

/// <summary>A parameter of a template's slot.</summary>
/// <param name="Type">
/// The JSON type: <c>text</c>, <c>image</c>, <c>video</c>, <c>document</c>, <c>location</c>, <c>product</c>, <c>payload</c>,
/// <c>coupon_code</c>, <c>action</c> and others. Where a body takes a text, an amount or a date and time may be given.
/// </param>
/// <param name="Name">The name of the variable; <see langword="null"/> in templates with numbered variables.</param>
/// <param name="IsRequired">Whether it is required.</param>
public sealed record TemplateSlotParameter(string Type, string? Name = null, bool IsRequired = true)
{
    /// <summary>Returns the variable as the template writes it, or the type if it is not a text.</summary>
    internal string Describe(int index) =>
        Type != "text" ? Type : Name is null ? string.Create(CultureInfo.InvariantCulture, $"{{{{{index + 1}}}}}") : $"{{{{{Name}}}}}";
}
