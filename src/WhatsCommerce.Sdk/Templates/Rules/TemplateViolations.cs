using System.Buffers;
using System.Globalization;
using System.Text;

namespace WhatsCommerce.Templates;

/// <summary>Gathers what is wrong with a template.</summary>
internal sealed class TemplateViolations
{
    private readonly List<TemplateViolation> _found = [];

    public IReadOnlyList<TemplateViolation> ToList() => _found.AsReadOnly();

    public void Add(string path, TemplateRule rule, string message, int? limit = null, int? found = null) =>
        _found.Add(new TemplateViolation(path, rule, message, limit, found));

    /// <summary>A text that must be there.</summary>
    public void RequireText(string path, string? text, int limit, string name)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Add(path, TemplateRule.Required, $"{name} is required and has no text.", limit, 0);
        }
        else
        {
            LimitText(path, text, limit, name);
        }
    }

    /// <summary>A text that is well-formed and not too long.</summary>
    public void LimitText(string path, string text, int limit, string name)
    {
        int length = 0;
        for (ReadOnlySpan<char> rest = text; !rest.IsEmpty; length++)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out int consumed) != OperationStatus.Done)
            {
                Add(path, TemplateRule.Format, Invariant(
                    $"{name} has half a character at index {text.Length - rest.Length} (a lone surrogate): it was cut in the middle of a pair, perhaps by Substring."));
                return;
            }

            rest = rest[consumed..];
        }

        if (length > limit)
        {
            Add(path, TemplateRule.MaxLength, Invariant($"{name} has {length} characters; at most {limit} are allowed. Shorten it by {length - limit}."), limit, length);
        }
    }

    /// <summary>A text without line breaks, emoji and formatting. Source: Meta, templates/components; support/error-codes.</summary>
    /// <param name="path">Where it stands.</param>
    /// <param name="text">The text; null for none.</param>
    /// <param name="name">What it is, at the beginning of a sentence.</param>
    /// <param name="code">Meta's code, in brackets with a blank before it, where it has one.</param>
    /// <param name="takesNoAsterisk">Whether a single asterisk is refused too.</param>
    public void RequireOneLine(string path, string? text, string name, string code = "", bool takesNoAsterisk = false)
    {
        if (text is not null && OneLineText.FindUnwanted(text, takesNoAsterisk) is string found)
        {
            Add(path, TemplateRule.NotAllowed, $"{name} takes no line breaks, emoji or formatting{code}, and this one has {found}. Only the body takes them.");
        }
    }

    /// <summary>A list that has not too many items.</summary>
    public void LimitCount(string path, int count, int limit, string what)
    {
        if (count > limit)
        {
            Add(path, TemplateRule.MaxCount, Invariant($"There are {count} {what}; at most {limit} are allowed."), limit, count);
        }
    }

    public static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
