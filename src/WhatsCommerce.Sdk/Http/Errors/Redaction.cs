namespace WhatsCommerce.Http;

/// <summary>Removes secrets and the recipient's number from a text that came from outside: Meta's errors quote the request.</summary>
internal readonly record struct Redaction(string? Token, string? AppSecret, string? Proof, string? Recipient)
{
    // Shorter texts would mask innocent words.
    private const int MinLength = 6;

    public string Clean(string text)
    {
        text = Replace(text, Token, "(token)");
        text = Replace(text, AppSecret, "(app secret)");
        text = Replace(text, Proof, "(proof)");
        return Replace(text, Recipient?.TrimStart('+'), PhoneNumber.Mask(Recipient));
    }

    public override string ToString() => nameof(Redaction);

    private static string Replace(string text, string? hidden, string shown) =>
        hidden is { Length: >= MinLength } ? text.Replace(hidden, shown, StringComparison.Ordinal) : text;
}
