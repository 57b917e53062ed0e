using System.Globalization;

namespace WhatsCommerce.Http;

/// <summary>Collects what is wrong with a request before it is sent. Lengths are counted in Unicode scalar values.</summary>
internal sealed class RequestRules
{
    private readonly List<RequestViolation> _violations = [];

    public void Add(string path, string message) => _violations.Add(new(path, message));

    /// <summary>A text that may be absent, but not longer.</summary>
    public void Text(string path, string? value, int longest, int shortest = 0)
    {
        if (value is null)
        {
            return;
        }

        int length = LengthOf(value, out bool isWhole);
        if (!isWhole)
        {
            Add(path, "It holds half a character (a lone surrogate), which no JSON can carry: it was cut in the middle of an emoji, or of another rare character.");
        }

        if (length > longest)
        {
            Violate(path, $"At most {longest} characters; it has {length}. Shorten it.", longest, length);
        }
        else if (length < shortest)
        {
            Violate(path, $"At least {shortest} characters; it has {length}.", shortest, length);
        }
    }

    /// <summary>A text that must be there.</summary>
    public void Required(string path, string? value, int longest, int shortest = 1)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            Add(path, "It is missing.");
            return;
        }

        Text(path, value, longest, shortest);
    }

    /// <summary>An address of e-mail, as far as a program should judge one.</summary>
    public void Email(string path, string? value, int longest)
    {
        Text(path, value, longest);
        if (value is not null && value.IndexOf('@', StringComparison.Ordinal) is var at && (at < 1 || at == value.Length - 1 || value.Any(char.IsWhiteSpace)))
        {
            Add(path, "It is no e-mail address such as care@shop.example.");
        }
    }

    /// <summary>A phone number with its country code.</summary>
    public void Phone(string path, string? value)
    {
        if (value is not null && (!value.StartsWith('+') || !PhoneNumber.TryParse(value, out _)))
        {
            Add(path, "It is no phone number with its country code, such as +913854559033.");
        }
        else if (PhoneText.HoldsTrunkDigit(value))
        {
            Add(path, PhoneText.TrunkDigit);
        }
    }

    /// <summary>An address of the web.</summary>
    public void WebAddress(string path, Uri? value, int longest, bool secure = false)
    {
        if (value is null)
        {
            return;
        }

        if (!value.IsAbsoluteUri || (value.Scheme != Uri.UriSchemeHttps && (secure || value.Scheme != Uri.UriSchemeHttp)))
        {
            Add(path, secure ? "It must be an absolute address that begins with https://." : "It must be an absolute address that begins with https:// or http://.");
            return;
        }

        Text(path, value.AbsoluteUri, longest);
    }

    /// <exception cref="RequestValidationException">A rule is broken.</exception>
    public void ThrowIfBroken(string what)
    {
        if (_violations.Count > 0)
        {
            throw new RequestValidationException(what, _violations);
        }
    }

    private void Violate(string path, FormattableString message, int limit, int found) =>
        _violations.Add(new(path, message.ToString(CultureInfo.InvariantCulture), limit, found));

    private static int LengthOf(string text, out bool isWhole)
    {
        int length = 0;
        isWhole = true;
        for (int i = 0; i < text.Length; i++, length++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                isWhole = false;
            }
        }

        return length;
    }
}
