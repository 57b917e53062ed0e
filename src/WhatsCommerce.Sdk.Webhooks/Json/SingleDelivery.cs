using System.Buffers;
using System.Text.Encodings.Web;

namespace WhatsCommerce.Webhooks.Json;

/// <summary>Writes a delivery with a single event, which parses to an equal event.</summary>
/// <remarks>
/// <para>For messages and statuses, of which a delivery may contain a thousand, the other items are left out: the item and members without
/// a property are written byte for byte. The parts that the event shared with others are written from the properties: account, time, field,
/// metadata, and the contact of this event's customer. If contacts contain something that is in no event, they are kept members, and are
/// written unchanged.</para>
/// <para>For any other field the whole change is written: its items mean little without their context, and there are few.</para>
/// </remarks>
internal sealed class SingleDelivery
{
    private readonly ArrayBufferWriter<byte> _json = new(1024);

    private SingleDelivery() { }

    public static byte[] Write(WebhookEvent webhookEvent)
    {
        bool hasEntry = webhookEvent.RawPlace.Member == "entry" || !ReferenceEquals(webhookEvent.Change.Entry, WebhookEntry.None);
        if (webhookEvent.RawPlace.Member is null && !hasEntry)
        {
            return webhookEvent.RawJson.ToArray();
        }

        SingleDelivery delivery = new();
        if (hasEntry)
        {
            delivery.WriteEnvelope(webhookEvent);
        }
        else if (webhookEvent.Change.RawJson.IsEmpty)
        {
            delivery.WriteValue(webhookEvent, "");
        }
        else
        {
            delivery.WriteChange(webhookEvent);
        }

        return delivery._json.WrittenSpan.ToArray();
    }

    private void WriteEnvelope(WebhookEvent webhookEvent)
    {
        Begin('{');
        WriteMember("object"u8, "whatsapp_business_account");
        if (!TryWriteRaw(webhookEvent, "entry"))
        {
            WriteName("entry"u8);
            Begin('[');
            WriteEntry(webhookEvent);
            End(']');
        }

        End('}');
    }

    private void WriteEntry(WebhookEvent webhookEvent)
    {
        WebhookEntry entry = webhookEvent.Change.Entry;
        Begin('{');
        WriteMember("id"u8, entry.Id.Value);
        WriteMember("time"u8, Format(entry.Time));
        WriteKept(entry.AdditionalProperties, "");
        if (!TryWriteRaw(webhookEvent, "changes"))
        {
            WriteName("changes"u8);
            Begin('[');
            WriteChange(webhookEvent);
            End(']');
        }

        End('}');
    }

    private void WriteChange(WebhookEvent webhookEvent)
    {
        if (webhookEvent is { Field: not (null or "messages"), Change.RawJson.IsEmpty: false })
        {
            _json.Write(webhookEvent.Change.RawJson.Span);
            return;
        }

        if (webhookEvent.RawPlace.Member is null)
        {
            _json.Write(webhookEvent.RawJson.Span);
            return;
        }

        Begin('{');
        WriteKept(webhookEvent.Change.AdditionalProperties, "");
        WriteMember("field"u8, webhookEvent.Change.Field);
        if (!TryWriteRaw(webhookEvent, "value"))
        {
            WriteName("value"u8);
            WriteValue(webhookEvent, "value.");
        }

        End('}');
    }

    private void WriteValue(WebhookEvent webhookEvent, string path)
    {
        WebhookChange change = webhookEvent.Change;
        Begin('{');
        WriteMember("messaging_product"u8, "whatsapp");
        WriteKept(change.AdditionalProperties, path, "metadata"u8, () =>
        {
            WriteMember("display_phone_number"u8, change.DisplayPhoneNumber);
            WriteMember("phone_number_id"u8, change.PhoneNumberId.Value);
        }, except: webhookEvent.RawPlace.Member);
        if (webhookEvent.Customer != Customer.Unknown && !HasContacts(change.AdditionalProperties, path))
        {
            WriteName("contacts"u8);
            Begin('[');
            WriteContact(webhookEvent.Customer);
            End(']');
        }

        TryWriteRaw(webhookEvent, webhookEvent.RawPlace.Member!);
        End('}');
    }

    private void WriteContact(Customer customer)
    {
        // An id that the contact writes differently from the item is among the kept members.
        AdditionalProperties kept = customer.AdditionalProperties;
        Begin('{');
        WriteMember("wa_id"u8, kept.Contains("wa_id") ? null : customer.WaId);
        WriteMember("user_id"u8, kept.Contains("user_id") ? null : customer.UserId.Value);
        WriteMember("parent_user_id"u8, kept.Contains("parent_user_id") ? null : customer.ParentUserId.Value);
        WriteMember("identity_key_hash"u8, kept.Contains("identity_key_hash") ? null : customer.IdentityKeyHash);
        WriteKept(kept, "", "profile"u8, () =>
        {
            WriteMember("name"u8, customer.ProfileName);
            WriteMember("username"u8, customer.Username);
        });
        End('}');
    }

    /// <summary>Writes the event's own bytes, if they belong to this member.</summary>
    private bool TryWriteRaw(WebhookEvent webhookEvent, string member)
    {
        if (webhookEvent.RawPlace.Member != member)
        {
            return false;
        }

        WriteName(JsonEncodedText.Encode(member).EncodedUtf8Bytes);
        if (webhookEvent.RawPlace.IsItem)
        {
            Begin('[');
        }

        _json.Write(webhookEvent.RawJson.Span);
        if (webhookEvent.RawPlace.IsItem)
        {
            End(']');
        }

        return true;
    }

    /// <summary>
    /// Writes the kept members of an object in their order, except <paramref name="except"/>, and among them the object
    /// <paramref name="inner"/>, of which some members were kept and others have properties.
    /// </summary>
    private void WriteKept(
        AdditionalProperties properties, string path, ReadOnlySpan<byte> inner = default, Action? writeInner = null, string? except = null)
    {
        string innerPath = $"{path}{JsonText.Plain(inner)}.";
        bool innerIsDue = writeInner is not null;
        for (int i = 0; i < properties.Count; i++)
        {
            KeptMembers members = properties.Members!;
            string memberPath = members.Path(i) ?? "";
            if (memberPath == innerPath && innerIsDue)
            {
                WriteInner(properties, innerPath, inner, writeInner!);
                innerIsDue = false;
            }
            else if (memberPath == path && members.Name(i) != path + except)
            {
                WriteName(members.RawName(i));
                _json.Write(members.RawValue(i));
            }
        }

        if (innerIsDue)
        {
            WriteInner(properties, innerPath, inner, writeInner!);
        }
    }

    private void WriteInner(AdditionalProperties properties, string path, ReadOnlySpan<byte> name, Action write)
    {
        WriteName(name);
        Begin('{');
        write();
        WriteKept(properties, path);
        End('}');
    }

    // Kept when they contain more than the events.
    private static bool HasContacts(AdditionalProperties properties, string path)
    {
        for (int i = 0; i < properties.Count; i++)
        {
            KeptMembers members = properties.Members!;
            if (members.RawValue(i) is [(byte)'[' or (byte)'{', ..] && members.Name(i) == path + "contacts")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Formats a time for the parser: as seconds like Meta, or in a format that includes the fraction.</summary>
    private static string? Format(DateTimeOffset? time) => time is { } moment && moment.Ticks % TimeSpan.TicksPerSecond != 0
        ? moment.ToString("O", CultureInfo.InvariantCulture)
        : time?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private void WriteMember(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            WriteName(name);
            _json.Write("\""u8);
            _json.Write(JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
            _json.Write("\""u8);
        }
    }

    private void WriteName(ReadOnlySpan<byte> rawName)
    {
        if (_json.WrittenSpan[^1] is not (byte)'{')
        {
            _json.Write(","u8);
        }

        _json.Write("\""u8);
        _json.Write(rawName);
        _json.Write("\":"u8);
    }

    private void Begin(char bracket) => _json.Write([(byte)bracket]);

    private void End(char bracket) => _json.Write([(byte)bracket]);
}
