namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>interactive</c>, whose reply is in a member named after its kind, and <c>button</c>.</summary>
internal static class InteractiveReplyReader
{
    public static InteractiveReply ReadTemplateButton(ref JsonMemberReader r)
    {
        string? payload = null;
        string? text = null;
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            bool taken = (member.Is("payload"u8) && r.TryString(out payload)) || (member.Is("text"u8) && r.TryString(payload, out text));
            if (!taken)
            {
                r.Keep(member, ref rest);
            }
        }

        return new InteractiveReply
        {
            Kind = ReplyKind.TemplateButton,
            Id = payload,
            Title = text,
            AdditionalProperties = rest.ToProperties(r.Body),
        };
    }

    public static InteractiveReply ReadInteractive(ref JsonMemberReader r)
    {
        string? type = null;
        string? kind = null;
        var choice = new Choice();
        FormReply? form = null;
        CallPermissionReply? callPermission = null;
        PaymentMethodReply? paymentMethod = null;
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            if (member.Is("type"u8) && r.TryWord(out type))
            {
                continue;
            }

            if (kind is not null || !r.IsObject || (kind = KnownKind(member)) is null)
            {
                r.Keep(member, ref rest);
                continue;
            }

            switch (kind)
            {
                case "nfm_reply":
                    form = Draft.ReadPart<FormReplyDraft, FormReply>(ref r);
                    break;
                case "call_permission_reply":
                    callPermission = Draft.ReadPart<CallPermissionReplyDraft, CallPermissionReply>(ref r);
                    break;
                case "payment_method":
                    paymentMethod = Draft.ReadPart<PaymentMethodReplyDraft, PaymentMethodReply>(ref r);
                    break;
                default:
                    choice.Read(ref r, kind, ref rest);
                    break;
            }
        }

        return new InteractiveReply
        {
            Kind = new(kind ?? type),
            Type = type,
            Id = choice.Id,
            Title = choice.Title,
            Description = choice.Description,
            Form = form,
            CallPermission = callPermission,
            PaymentMethod = paymentMethod,
            AdditionalProperties = rest.ToProperties(r.Body),
        };
    }

    private static string? KnownKind(in Member member) => member.Name.Length switch
    {
        9 when member.Is("nfm_reply"u8) => "nfm_reply",
        10 when member.Is("list_reply"u8) => "list_reply",
        12 when member.Is("button_reply"u8) => "button_reply",
        14 when member.Is("payment_method"u8) => "payment_method",
        21 when member.Is("call_permission_reply"u8) => "call_permission_reply",
        _ => null,
    };

    private struct Choice
    {
        public string? Id;
        public string? Title;
        public string? Description;

        public void Read(ref JsonMemberReader r, string kind, ref Rest rest)
        {
            while (r.NextMember(out Member member))
            {
                bool taken = member.Name.Length switch
                {
                    2 when member.Is("id"u8) => r.TryId(out Id),
                    5 when member.Is("title"u8) => r.TryString(out Title),
                    11 when member.Is("description"u8) => r.TryString(out Description),
                    _ => false,
                };
                if (!taken)
                {
                    r.Keep(member, ref rest, kind + ".");
                }
            }
        }
    }
}
