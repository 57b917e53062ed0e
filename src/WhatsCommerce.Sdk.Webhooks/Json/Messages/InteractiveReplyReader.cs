using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>interactive</c>, whose answer stands in a member named after its kind, and <c>button</c>.</summary>
internal static class InteractiveReplyReader
{
    public static bool TryRead(ref MessageDraft message, ReadOnlyMemory<byte> body, [NotNullWhen(true)] out InteractiveReply? reply)
    {
        var r = new JsonMemberReader(body, message.Payload.Start);
        if (!r.IsObject)
        {
            message.Fault = new("." + message.Payload.NameIn(body), $"Expected an object, found {r.Describe()}.");
            reply = null;
            return false;
        }

        reply = message.Payload.Kind == PayloadKind.Button ? ReadTemplateButton(ref r) : ReadInteractive(ref r);
        return true;
    }

    private static InteractiveReply ReadTemplateButton(ref JsonMemberReader r)
    {
        string? payload = null;
        string? text = null;
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            if (member.Is("payload"u8) && r.TryString(out payload))
            {
                continue;
            }

            if (member.Is("text"u8) && r.TryString(payload, out text))
            {
                continue;
            }

            r.Keep(member, ref rest);
        }

        return new InteractiveReply
        {
            Kind = ReplyKind.TemplateButton,
            Id = payload,
            Title = text,
            AdditionalProperties = rest.ToProperties(r.Body),
        };
    }

    private static InteractiveReply ReadInteractive(ref JsonMemberReader r)
    {
        string? type = null;
        string? kind = null;
        MemberSlice typeSlice = default;
        var reply = new InteractiveReply();
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            if (member.Is("type"u8))
            {
                _ = r.TryWord(out type);
                typeSlice = r.Slice(member);
            }
            else if (kind is not null || !r.IsObject || (kind = KnownKind(member)) is null)
            {
                r.Keep(member, ref rest);
            }
            else
            {
                reply = kind switch
                {
                    "nfm_reply" => reply with { Form = FormReplyReader.Read(ref r) },
                    "call_permission_reply" => reply with { CallPermission = CallPermissionReplyReader.Read(ref r) },
                    "payment_method" => reply with { PaymentMethod = PaymentMethodReplyReader.Read(ref r) },
                    _ => ReadChoice(ref r, kind + ".", ref rest),
                };
            }
        }

        // The member's name already is the type, as a rule; where it is not, neither gets lost.
        if (typeSlice.IsPresent && (kind ?? type) != type)
        {
            rest.Add(typeSlice);
        }

        return reply with { Kind = new(kind ?? type), AdditionalProperties = rest.ToProperties(r.Body) };
    }

    private static string? KnownKind(in Member member) =>
        member.Is("button_reply"u8) ? "button_reply"
        : member.Is("list_reply"u8) ? "list_reply"
        : member.Is("nfm_reply"u8) ? "nfm_reply"
        : member.Is("call_permission_reply"u8) ? "call_permission_reply"
        : member.Is("payment_method"u8) ? "payment_method"
        : null;

    private static InteractiveReply ReadChoice(ref JsonMemberReader r, string path, ref Rest rest)
    {
        string? id = null;
        string? title = null;
        string? description = null;
        while (r.NextMember(out Member member))
        {
            if (member.Is("id"u8) && r.TryString(out id))
            {
                continue;
            }

            if (member.Is("title"u8) && r.TryString(out title))
            {
                continue;
            }

            if (member.Is("description"u8) && r.TryString(out description))
            {
                continue;
            }

            r.Keep(member, ref rest, path);
        }

        return new InteractiveReply { Id = id, Title = title, Description = description };
    }
}
