using System.Globalization;

namespace WhatsCommerce;

/// <summary>A parameter of a template's slot.</summary>
public sealed record TemplateSlotParameter
{
    /// <summary>Initializes a parameter.</summary>
    /// <param name="type">See <see cref="Type"/>.</param>
    /// <param name="name">See <see cref="Name"/>.</param>
    /// <param name="isRequired">See <see cref="IsRequired"/>.</param>
    public TemplateSlotParameter(string type, string? name = null, bool isRequired = true)
    {
        Type = type;
        Name = name;
        IsRequired = isRequired;
    }

    /// <summary>
    /// The JSON type: <c>text</c>, <c>image</c>, <c>video</c>, <c>document</c>, <c>location</c>, <c>product</c>, <c>payload</c>,
    /// <c>coupon_code</c>, <c>action</c> and others. Where a body takes a text, an amount or a date and time may be given.
    /// </summary>
    public string Type { get; init; }

    /// <summary>The name of the variable; <see langword="null"/> in templates with numbered variables.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it is required.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Returns the variable as the template writes it, or the type if it is not a text.</summary>
    internal string Describe(int index) =>
        Type != "text" ? Type : Name is null ? string.Create(CultureInfo.InvariantCulture, $"{{{{{index + 1}}}}}") : $"{{{{{Name}}}}}";
}
