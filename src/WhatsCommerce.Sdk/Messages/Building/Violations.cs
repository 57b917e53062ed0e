using System.Globalization;
using System.Text;

namespace WhatsCommerce.Messages;

/// <summary>Gathers what is wrong with a message. Costs nothing until something is.</summary>
internal sealed partial class Violations
{
    private List<MessageViolation>? _found;

    public bool Any => _found is not null;

    public IReadOnlyList<MessageViolation> ToList() => _found is null ? [] : _found.AsReadOnly();

    public void ThrowIfAny()
    {
        if (_found is not null)
        {
            throw new MessageValidationException(ToList());
        }
    }

    public void Add(WirePath path, ViolationRule rule, string message, int? limit = null, int? found = null) =>
        (_found ??= []).Add(new MessageViolation(PathOf(path), rule, message, limit, found));

    /// <summary>A text that must be there.</summary>
    public void RequireText(WirePath path, string? text, int limit, string name)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Add(path, ViolationRule.Required, $"{name} is required and has no text.", limit, 0);
            return;
        }

        CheckText(path, text, limit, name);
    }

    /// <summary>A text that may be left out, but not be blank.</summary>
    public void AllowText(WirePath path, string? text, int limit, string name)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            Add(path, ViolationRule.Required, $"{name} holds nothing but blanks; give it a text or leave it out.", limit, text.Length);
            return;
        }

        CheckText(path, text, limit, name);
    }

    /// <summary>A text of which only the length matters; blanks are as good as anything.</summary>
    public void LimitText(WirePath path, string? text, int limit, string name) => CheckText(path, text ?? "", limit, name);

    /// <summary>The key of a send; it does not go over the wire.</summary>
    public void AllowKey(string? onceKey)
    {
        if (onceKey is not null && string.IsNullOrWhiteSpace(onceKey))
        {
            Add("OnceKey", ViolationRule.Required, "OnceKey is blank, so that the send would not be remembered; give it what stands for this one message, or null.");
        }
    }

    /// <summary>A list that must have items, and not too many of them.</summary>
    public void RequireCount(WirePath path, int count, int limit, string name)
    {
        if (count == 0)
        {
            Add(path, ViolationRule.Required, $"At least one of the {name} is required.", limit, 0);
        }
        else if (count > limit)
        {
            Add(path, ViolationRule.MaxCount, Invariant($"There are {count} {name}; at most {limit} are allowed. Send the rest in another message."), limit, count);
        }
    }

    public void RequireCatalogId(WirePath path, CatalogId id)
    {
        if (!id.HasValue)
        {
            Add(path, ViolationRule.Required, "The catalog id is required.");
        }
        else if (id.Value.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            Add(path, ViolationRule.Format, "A catalog id is digits only, such as 146265584024623. Was it swapped with the retailer id?");
        }
    }

    public void RequireRetailerId(WirePath path, RetailerId id)
    {
        if (!id.HasValue)
        {
            Add(path, ViolationRule.Required, "The retailer id is blank; give the id (SKU, content id) that the item has in the catalog.",
                MessageLimits.RetailerId, 0);
            return;
        }

        CheckText(path, id.Value, MessageLimits.RetailerId, "The retailer id");
    }

    public void RequireRecipient(Recipient recipient)
    {
        if (recipient.Kind == RecipientKind.None)
        {
            Add("to", ViolationRule.Required, "There is no recipient; give a phone number such as +16505551234 or a business-scoped user id.");
        }
        else if (recipient.Problem is string problem)
        {
            Add("to", ViolationRule.Format, problem);
        }
    }

    private void CheckText(WirePath path, string text, int limit, string name)
    {
        int surrogate = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        if (surrogate < 0)
        {
            // Without surrogates every char is one scalar value.
            if (text.Length > limit)
            {
                AddTooLong(path, name, limit, text.Length);
            }

            return;
        }

        int length = surrogate;
        for (ReadOnlySpan<char> rest = text.AsSpan(surrogate); !rest.IsEmpty; length++)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out int consumed) != System.Buffers.OperationStatus.Done)
            {
                Add(path, ViolationRule.Format, Invariant(
                    $"{name} has half a character at index {text.Length - rest.Length} (a lone surrogate): it was cut in the middle of a pair, perhaps by Substring."));
                return;
            }

            rest = rest[consumed..];
        }

        if (length > limit)
        {
            AddTooLong(path, name, limit, length);
        }
    }

    private void AddTooLong(WirePath path, string name, int limit, int length) => Add(path, ViolationRule.MaxLength,
        Invariant($"{name} has {length} characters; at most {limit} are allowed. Shorten it by {length - limit}."), limit, length);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
