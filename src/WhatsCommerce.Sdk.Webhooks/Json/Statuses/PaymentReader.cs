using System.Collections.ObjectModel;

namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>statuses[].payment</c>.</summary>
internal static class PaymentReader
{
    public static bool TryRead(ref JsonMemberReader r, out Payment? payment)
    {
        payment = null;
        if (!r.IsObject)
        {
            return r.IsNull;
        }

        string? referenceId = null;
        string? receipt = null;
        string? currency = null;
        MemberSlice currencySlice = default;
        AmountDraft amount = default;
        MemberSlice refunds = default;
        PaymentTransaction? transaction = null;
        Dictionary<string, string>? notes = null;
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            if (member.Is("amount"u8))
            {
                amount = AmountDraft.Read(ref r, member);
            }
            else if (member.Is("currency"u8))
            {
                _ = r.TryWord(out currency);
                currencySlice = r.IsNull ? default : r.Slice(member);
            }
            else if (member.Is("refunds"u8))
            {
                refunds = r.IsNull ? default : r.Slice(member);
            }
            else if (!(member.Is("transaction"u8) && Draft.TryPart<PaymentTransactionDraft, PaymentTransaction>(ref r, out transaction))
                && !(member.Is("reference_id"u8) && r.TryId(out referenceId))
                && !(member.Is("receipt"u8) && r.TryString(out receipt))
                && !TryReadNotes(ref r, member, ref notes, ref rest))
            {
                r.Keep(member, ref rest);
            }
        }

        // The amounts usually come before their currency.
        Money? total = amount.In(currency, ref rest);
        if (total is null)
        {
            rest.AddIfPresent(currencySlice);
        }

        payment = new Payment
        {
            ReferenceId = referenceId,
            Amount = total,
            Transaction = transaction,
            Refunds = ReadRefunds(r.Body, refunds, currency, ref rest),
            Receipt = receipt,
            Notes = notes ?? (IReadOnlyDictionary<string, string>)ReadOnlyDictionary<string, string>.Empty,
            AdditionalProperties = rest.ToProperties(r.Body),
        };
        return true;
    }

    // Each gateway has different members for them: notes {...}, udf1 ... or additional_info1 ...
    private static bool TryReadNotes(ref JsonMemberReader r, in Member member, ref Dictionary<string, string>? notes, ref Rest rest)
    {
        if (member.Is("notes"u8))
        {
            if (!r.IsObject)
            {
                return r.IsNull;
            }

            while (r.NextMember(out Member note))
            {
                if (!TryReadNote(ref r, note, ref notes))
                {
                    r.Keep(note, ref rest, "notes.");
                }
            }

            return true;
        }

        return (member.Name.StartsWith("udf"u8) || member.Name.StartsWith("additional_info"u8)) && TryReadNote(ref r, member, ref notes);
    }

    private static bool TryReadNote(ref JsonMemberReader r, in Member member, ref Dictionary<string, string>? notes)
    {
        if (!r.TryString(out string? text) || text is null)
        {
            return r.IsNull;
        }

        (notes ??= new(StringComparer.Ordinal))[JsonText.Plain(member.Name)] = text;
        return true;
    }

    private static List<PaymentRefund> ReadRefunds(ReadOnlyMemory<byte> body, in MemberSlice slice, string? currency, ref Rest rest)
    {
        if (!slice.IsPresent)
        {
            return [];
        }

        var r = new JsonMemberReader(body, slice.ValueStart);
        if (!r.IsArray)
        {
            rest.Add(slice);
            return [];
        }

        List<PaymentRefund> refunds = [];
        bool complete = true;
        while (r.NextItem())
        {
            if (r.IsHollow)
            {
                r.Skip();
                complete = false;
            }
            else
            {
                refunds.Add(ReadRefund(ref r, currency));
            }
        }

        if (!complete)
        {
            rest.Add(slice);
        }

        return refunds;
    }

    private static PaymentRefund ReadRefund(ref JsonMemberReader r, string? currency)
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
}
