using WhatsCommerce.Webhooks.Json;

namespace WhatsCommerce.Webhooks;

/// <summary>Reads the accounts of an unverified body (<c>entry[].id</c>).</summary>
/// <remarks>
/// Only to choose which secrets to try. Nothing else of the body is read, and the accounts are trusted only after a secret of the account
/// has verified the signature.
/// </remarks>
internal static class AccountScan
{
    /// <summary>The maximum number of accounts of one delivery: each may cost a directory lookup and a hash of the body.</summary>
    public const int MostAccounts = 8;

    private const int LongestId = 40;

    /// <summary>Reads the accounts, each once, in order, up to an error in the JSON.</summary>
    public static IReadOnlyList<BusinessAccountId> Read(ReadOnlySpan<byte> body)
    {
        List<BusinessAccountId> accounts = [];
        if (body.StartsWith("\uFEFF"u8))
        {
            body = body[3..];
        }

        Utf8JsonReader reader = new(body, new JsonReaderOptions { MaxDepth = JsonTokenizer.MaxDepth });
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return accounts;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool isEntry = reader.ValueTextEquals("entry"u8);
                reader.Read();
                if (isEntry && reader.TokenType == JsonTokenType.StartArray)
                {
                    ReadEntries(ref reader, accounts);
                }
                else
                {
                    reader.Skip();
                }
            }
        }
        catch (JsonException)
        {
            // A forged body, or one that becomes a dead letter when a secret of the app has signed it.
        }

        return accounts;
    }

    private static void ReadEntries(ref Utf8JsonReader reader, List<BusinessAccountId> accounts)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray && accounts.Count < MostAccounts)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool isId = reader.ValueTextEquals("id"u8);
                reader.Read();
                if (isId && TryReadId(ref reader, out string? id) && !accounts.Contains(id))
                {
                    accounts.Add(id);
                }

                reader.Skip();
            }
        }
    }

    private static bool TryReadId(ref Utf8JsonReader reader, [NotNullWhen(true)] out string? id)
    {
        id = null;
        ReadOnlySpan<byte> raw = reader.HasValueSequence ? default : reader.ValueSpan;
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number)
            || raw.Length is 0 or > LongestId
            || raw.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return false;
        }

        id = Encoding.ASCII.GetString(raw);
        return true;
    }
}
