using System.Globalization;

namespace WhatsCommerce;

/// <summary>One place of a template that a message fills in: its header, its body, one of its buttons.</summary>
public sealed record TemplateSlot
{
    /// <summary>The component by its name on the wire: <c>header</c>, <c>body</c>, <c>button</c>, <c>limited_time_offer</c>, <c>order_status</c>.</summary>
    public required string Component { get; init; }

    /// <summary>Of a button: its kind by its name on the wire, such as <c>url</c>; names are equal without regard to case.</summary>
    public string? ButtonType { get; init; }

    /// <summary>Of a button: its place among the buttons, from 0.</summary>
    public int ButtonIndex { get; init; }

    /// <summary>What is put there, in this order.</summary>
    public IReadOnlyList<TemplateSlotParameter> Parameters { get; init => field = [.. value]; } = [];

    /// <summary>Whether a message must fill it in. A quick reply, for instance, comes with a payload or without.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>Whether it is a button.</summary>
    public bool IsButton => Component == "button";

    /// <summary>What the place is called in a sentence: <c>header</c>, <c>url button 0</c>.</summary>
    public string Place => IsButton ? string.Create(CultureInfo.InvariantCulture, $"{ButtonType} button {ButtonIndex}") : Component;

    /// <summary>The place and what is put there: <c>body {{1}}, {{2}}</c>.</summary>
    public override string ToString()
    {
        string parameters = string.Join(", ", Parameters.Select((parameter, index) => parameter.Describe(index)));
        return $"{Place}{(parameters.Length == 0 || parameters == Component ? "" : " " + parameters)}{(IsRequired ? "" : " (optional)")}";
    }
}
