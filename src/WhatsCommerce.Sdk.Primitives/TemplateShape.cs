using System.Globalization;
using System.Text;

namespace WhatsCommerce;

/// <summary>What a message from a template must bring: which parameters, of which kind, at which place.</summary>
/// <remarks>
/// Taken from a template's definition, and what a message from it is checked against before it is sent. It can be kept, or made by hand,
/// where the definition itself is not at hand.
/// </remarks>
public sealed record TemplateShape
{
    /// <summary>The name of the template.</summary>
    public required string Name { get; init; }

    /// <summary>The language of the template, such as <c>en_US</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The places to be filled in, in the order in which the customer sees them; empty when there is nothing to fill in.</summary>
    public IReadOnlyList<TemplateSlot> Slots { get; init => field = [.. value]; } = [];

    /// <summary>The places of each card of a carousel; empty when there is none.</summary>
    public IReadOnlyList<IReadOnlyList<TemplateSlot>> Cards { get; init => field = [.. value.Select(card => (IReadOnlyList<TemplateSlot>)[.. card])]; } = [];

    /// <summary>Whether a message may have more or fewer cards than the template, all like its first: so with cards of products.</summary>
    public bool HasAnyNumberOfCards { get; init; }

    /// <summary>Whether the template has parts that the SDK does not know, so that a message may need more than is told here.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The places in words, for a log or a console: <c>order_update (en_US): header image; body {{1}}, {{2}}; url button 0</c>.</summary>
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
