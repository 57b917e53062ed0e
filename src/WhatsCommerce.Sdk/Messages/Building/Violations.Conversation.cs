using System.Text;
using System.Text.Json;
using WhatsCommerce.Json;

namespace WhatsCommerce.Messages;

/// <content>The rules that messages of conversation brought.</content>
internal sealed partial class Violations
{
    /// <summary>Whether a text has no lone surrogates.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        int surrogate = text.IndexOfAnyInRange('\uD800', '\uDFFF');
        for (ReadOnlySpan<char> rest = surrogate < 0 ? [] : text[surrogate..]; !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out int consumed) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            rest = rest[consumed..];
        }

        return true;
    }

    /// <summary>A text that must be there, of any length.</summary>
    public void RequireText(WirePath path, string? text, string name)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Add(path, ViolationRule.Required, $"{name} is required and has no text.");
        }
        else
        {
            CheckText(path, text, int.MaxValue, name);
        }
    }

    /// <summary>A text that may be left out, but not be blank, of any length.</summary>
    public void AllowText(WirePath path, string? text, string name)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            Add(path, ViolationRule.Required, $"{name} holds nothing but blanks; give it a text or leave it out.");
        }
        else
        {
            CheckText(path, text, int.MaxValue, name);
        }
    }

    /// <summary>A list that must have at least and at most so many items.</summary>
    public void RequireCount(WirePath path, int count, int minimum, int limit, string name)
    {
        if (count > 0 && count < minimum)
        {
            Add(path, ViolationRule.MinCount, Invariant($"There are only {count} {name}; at least {minimum} are needed."), minimum, count);
        }
        else
        {
            RequireCount(path, count, limit, name);
        }
    }

    /// <summary>A text that its neighbours do not have too.</summary>
    public void RequireUnique(WirePath path, string? text, HashSet<string> seen, string name)
    {
        if (!string.IsNullOrWhiteSpace(text) && !seen.Add(text))
        {
            Add(path, ViolationRule.NotUnique, $"{name} stands here for the second time; each must be its own.");
        }
    }

    /// <summary>An id of the app's own, which comes back when the customer chooses.</summary>
    public void RequireReplyId(WirePath path, string? id, int limit, HashSet<string> seen, string name)
    {
        RequireText(path, id, limit, name);
        if (!string.IsNullOrWhiteSpace(id) && id.AsSpan().Trim().Length != id.Length)
        {
            Add(path, ViolationRule.Format, $"{name} begins or ends with a blank; Meta takes none there.");
        }

        RequireUnique(path, id, seen, name);
    }

    /// <summary>An address that the customer's phone opens.</summary>
    public void RequireUrl(WirePath path, string? url, string name)
    {
        if (string.IsNullOrWhiteSpace(url))
        {
            Add(path, ViolationRule.Required, $"{name} needs an address.");
        }
        else if (!WebAddress.TryParse(url, out _))
        {
            Add(path, ViolationRule.Format, $"{name} needs an absolute http or https address, such as https://shop.example/apples.");
        }
    }

    public void RequireMessageId(WirePath path, MessageId id)
    {
        if (!id.HasValue)
        {
            Add(path, ViolationRule.Required, "The id of the message (wamid...) is required.");
        }
        else
        {
            CheckText(path, id.Value, int.MaxValue, "The id of the message");
        }
    }

    /// <summary>A number between two others, both included. NaN is between none.</summary>
    public void RequireRange(WirePath path, double value, int minimum, int maximum, string name)
    {
        if (!(value >= minimum && value <= maximum))
        {
            Add(path, ViolationRule.Range, Invariant($"{name} is {value}; it must lie between {minimum} and {maximum}."), maximum);
        }
    }

    /// <summary>JSON that the app gives and that is written as it is.</summary>
    public void RequireWritable(WirePath path, JsonElement json, string name)
    {
        try
        {
            JsonBytes.Write(json, static (writer, element) => element.WriteTo(writer));
        }
        catch (InvalidOperationException)
        {
            Add(path, ViolationRule.Format, $"{name} cannot be written: it holds half a character (a lone surrogate), or is nested too deeply.");
        }
    }
}
