namespace WhatsCommerce.Testing;

/// <summary>Codes of embedded sign-up, each good for one exchange. Thread-safe.</summary>
internal sealed class SignupCodes
{
    private const int CodeLetters = 40;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, string?> _tokens = new(StringComparer.Ordinal);

    /// <summary>A code for the token of a number.</summary>
    public string Issue(string token)
    {
        string code = "AQ" + RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", CodeLetters);
        lock (_gate)
        {
            _tokens[code] = token;
        }

        return code;
    }

    /// <summary>Takes a code: its token, or whether it was one at all.</summary>
    public (string? Token, bool WasIssued) Take(string code)
    {
        lock (_gate)
        {
            bool wasIssued = _tokens.TryGetValue(code, out string? token);
            if (wasIssued)
            {
                _tokens[code] = null;
            }

            return (token, wasIssued);
        }
    }
}
