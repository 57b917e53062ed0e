using System.Globalization;
using System.Text;

namespace WhatsCommerce;

/// <summary>The parameters that a message from a template must provide: their types and positions.</summary>
/// <remarks>
/// Created from a template's definition. A message from the template is checked against it before it is sent. It can be stored, or created
/// by hand, where the definition itself is not available.
/// </remarks>
public sealed record TemplateShape
{
    /// <summary>Gets the name of the template.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the language of the template, such as <c>en_US</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Gets the slots to fill in, in the order in which the customer sees them; empty when there is nothing to fill in.</summary>
    public IReadOnlyList<TemplateSlot> Slots { get; init => field = [.. value]; } = [];

    /// <summary>Gets the slots of each card of a carousel; empty when there is none.</summary>
    public IReadOnlyList<IReadOnlyList<TemplateSlot>> Cards
    {
        get;
        init => field = [.. value.Select(card => (IReadOnlyList<TemplateSlot>)[.. card])];
    } = [];

    /// <summary>
    /// Gets a value indicating whether a message may have more or fewer cards than the template, all like its first card, as with product
    /// cards.
    /// </summary>
    public bool HasAnyNumberOfCards { get; init; }

    /// <summary>
    /// Gets a value indicating whether the template has parts that the SDK does not know, so that a message may need more than is listed
    /// here.
    /// </summary>
    public bool IsPartial { get; init; }

    /// <summary>
    /// Returns the slots as text, for a log or a console: <c>order_update (en_US): header image; body {{1}}, {{2}}; url button 0</c>.
    /// </summary>
    public override string ToString()
    {
        StringBuilder text = new($"{Name} ({Language}): ");
        text.AppendJoin("; ", Slots.Count == 0 && Cards.Count == 0 ? ["nothing to fill in"] : Slots.Select(slot => slot.ToString()));
        for (int i = 0; i < Cards.Count; i++)
        {
            text.Append(i == 0 && Slots.Count == 0 ? "" : "; ")
                .Append(CultureInfo.InvariantCulture, $"card {i}: ")
                .AppendJoin(", ", Cards[i].Select(slot => slot.ToString()));
        }

        return text.ToString();
    }
}
