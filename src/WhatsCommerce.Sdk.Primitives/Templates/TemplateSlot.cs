using System.Globalization;

namespace WhatsCommerce;

/// <summary>A part of a template that a message fills in: its header, its body, one of its buttons.</summary>
public sealed record TemplateSlot
{
    /// <summary>
    /// Gets the JSON name of the component: <c>header</c>, <c>body</c>, <c>button</c>, <c>limited_time_offer</c>, <c>order_status</c>.
    /// </summary>
    public required string Component { get; init; }

    /// <summary>Gets the JSON name of a button's type, such as <c>url</c>; compared case-insensitively.</summary>
    public string? ButtonType { get; init; }

    /// <summary>Gets the index of a button among the buttons, starting at 0.</summary>
    public int ButtonIndex { get; init; }

    /// <summary>Gets the parameters, in order.</summary>
    public IReadOnlyList<TemplateSlotParameter> Parameters { get; init => field = [.. value]; } = [];

    /// <summary>
    /// Gets a value indicating whether a message must fill it in. A quick reply, for instance, may have a payload or none.
    /// </summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>Gets a value indicating whether it is a button.</summary>
    public bool IsButton => Component == "button";

    /// <summary>Gets the name of the slot for messages: <c>header</c>, <c>url button 0</c>.</summary>
    public string Place => IsButton ? string.Create(CultureInfo.InvariantCulture, $"{ButtonType} button {ButtonIndex}") : Component;

    /// <summary>Returns the slot and its parameters: <c>body {{1}}, {{2}}</c>.</summary>
    public override string ToString()
    {
        string parameters = string.Join(", ", Parameters.Select((parameter, index) => parameter.Describe(index)));
        return $"{Place}{(parameters.Length == 0 || parameters == Component ? "" : " " + parameters)}{(IsRequired ? "" : " (optional)")}";
    }
}
