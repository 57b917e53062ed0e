namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>payment.transaction</c> and <c>payment.refunds[]</c>.</summary>
internal static class PaymentTransactionReader
{
    public static PaymentTransaction Read(ref JsonMemberReader r)
    {
        string? id = null;
        string? gatewayId = null;
        string? type = null;
        string? status = null;
        string? method = null;
        string? errorCode = null;
        string? errorReason = null;
        DateTimeOffset? createdAt = null;
        DateTimeOffset? updatedAt = null;
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            bool taken = member.Name.Length switch
            {
                2 when member.Is("id"u8) => r.TryId(out id),
                4 when member.Is("type"u8) => r.TryWord(out type),
                5 when member.Is("error"u8) && r.IsObject => ReadError(ref r, ref errorCode, ref errorReason, ref rest),
                6 when member.Is("status"u8) => r.TryWord(out status),
                6 when member.Is("method"u8) && r.IsObject => ReadMethod(ref r, ref method, ref rest),
                17 when member.Is("pg_transaction_id"u8) => r.TryId(out gatewayId),
                17 when member.Is("created_timestamp"u8) => r.TryTimestamp(out createdAt),
                17 when member.Is("updated_timestamp"u8) => r.TryTimestamp(out updatedAt),
                _ => false,
            };
            if (!taken)
            {
                r.Keep(member, ref rest);
            }
        }

        return new PaymentTransaction
        {
            Id = id,
            GatewayId = gatewayId,
            Type = type,
            Status = new(status),
            Method = method,
            ErrorCode = errorCode,
            ErrorReason = errorReason,
            CreatedAt = createdAt,
            UpdatedAt = updatedAt,
            AdditionalProperties = rest.ToProperties(r.Body),
        };
    }

    public static PaymentRefund ReadRefund(ref JsonMemberReader r, string? currency)
    {
        string? id = null;
        string? status = null;
        string? speed = null;
        AmountDraft amount = default;
        DateTimeOffset? createdAt = null;
        DateTimeOffset? updatedAt = null;
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            if (member.Is("amount"u8))
            {
                amount = AmountDraft.Read(ref r, member);
                continue;
            }

            bool taken = member.Name.Length switch
            {
                2 when member.Is("id"u8) => r.TryId(out id),
                6 when member.Is("status"u8) => r.TryWord(out status),
                15 when member.Is("speed_processed"u8) => r.TryString(out speed),
                17 when member.Is("created_timestamp"u8) => r.TryTimestamp(out createdAt),
                17 when member.Is("updated_timestamp"u8) => r.TryTimestamp(out updatedAt),
                _ => false,
            };
            if (!taken)
            {
                r.Keep(member, ref rest);
            }
        }

        return new PaymentRefund
        {
            Id = id,
            Amount = amount.In(currency, ref rest),
            Status = new(status),
            Speed = speed,
            CreatedAt = createdAt,
            UpdatedAt = updatedAt,
            AdditionalProperties = rest.ToProperties(r.Body),
        };
    }

    private static bool ReadError(ref JsonMemberReader r, ref string? code, ref string? reason, ref Rest rest)
    {
        while (r.NextMember(out Member member))
        {
            if (member.Is("code"u8) && r.TryString(out code))
            {
                continue;
            }

            if (member.Is("reason"u8) && r.TryString(out reason))
            {
                continue;
            }

            r.Keep(member, ref rest, "error.");
        }

        return true;
    }

    private static bool ReadMethod(ref JsonMemberReader r, ref string? type, ref Rest rest)
    {
        while (r.NextMember(out Member member))
        {
            if (!member.Is("type"u8) || !r.TryWord(out type))
            {
                r.Keep(member, ref rest, "method.");
            }
        }

        return true;
    }
}
