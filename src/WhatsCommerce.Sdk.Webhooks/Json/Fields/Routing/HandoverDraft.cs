namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>messaging_handovers</c>.</summary>
internal struct HandoverDraft : IValueDraft
{
    private string? _kind;
    private DateTimeOffset? _timestamp;
    private SenderDraft _sender;
    private RecipientDraft _recipient;
    private ControlDraft _control;
    private MemberSlice _controlTaken;
    private bool _isPassed;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        4 when member.Is("type"u8) => r.TryString(out _kind),
        6 when member.Is("sender"u8) => Draft.TryFillInner(ref _sender, ref r, ref rest, "sender."),
        9 when member.Is("timestamp"u8) => r.TryTimestamp(out _timestamp),
        9 when member.Is("recipient"u8) => Draft.TryFillInner(ref _recipient, ref r, ref rest, "recipient."),
        13 when member.Is("control_taken"u8) => TakeControlTaken(ref r, member, ref rest),
        14 when member.Is("control_passed"u8) => TakeControlPassed(ref r, ref rest),
        _ => false,
    };

    public readonly WebhookEvent ToEvent(in EventHead head)
    {
        head.Change.PhoneNumberId = _recipient.PhoneNumberId ?? head.Change.PhoneNumberId;
        head.Change.DisplayPhoneNumber = _recipient.DisplayPhoneNumber ?? head.Change.DisplayPhoneNumber;
        return new HandoverEvent(head with { Timestamp = _timestamp ?? head.Timestamp, Customer = _sender.ToCustomer() })
        {
            Kind = new(_kind),
            PreviousOwner = new(_control.PreviousOwner),
            NewOwner = new(_control.NewOwner),
            PreviousOwnerAppId = _control.PreviousOwnerAppId,
            PreviousOwnerAppRole = _control.PreviousOwnerAppRole,
            NewOwnerAppId = _control.NewOwnerAppId,
            Note = _control.Note,
            ContextType = _control.ContextType,
            Summary = _control.Summary,
        };
    }

    // Usually there is only one. If there are both, the passed one counts, and the other is kept.
    private bool TakeControlTaken(ref JsonMemberReader r, in Member member, ref Rest rest)
    {
        if (_isPassed || !r.IsObject)
        {
            return r.IsNull;
        }

        int start = r.Start;
        _control = default;
        Draft.Fill(ref _control, ref r, ref rest, "control_taken.");
        _controlTaken = member.SliceOf(start, r.End);
        return true;
    }

    private bool TakeControlPassed(ref JsonMemberReader r, ref Rest rest)
    {
        if (!r.IsObject)
        {
            return r.IsNull;
        }

        rest.AddIfPresent(_controlTaken);
        _controlTaken = default;
        _control = default;
        _isPassed = true;
        Draft.Fill(ref _control, ref r, ref rest, "control_passed.");
        return true;
    }

    private struct SenderDraft : IDraft
    {
        private string? _phoneNumber;
        private CustomerNaming _customer;

        public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) =>
            (member.Is("phone_number"u8) && r.TryId(out _phoneNumber)) || _customer.TryTake(ref r, member, ref rest);

        public readonly Customer ToCustomer()
        {
            CustomerNaming customer = _customer;
            customer.WaId ??= _phoneNumber;
            return customer.ToCustomer();
        }
    }

    private struct RecipientDraft : IDraft
    {
        public string? PhoneNumberId;
        public string? DisplayPhoneNumber;

        public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
        {
            15 when member.Is("phone_number_id"u8) => r.TryId(out PhoneNumberId),
            20 when member.Is("display_phone_number"u8) => r.TryId(out DisplayPhoneNumber),
            _ => false,
        };
    }

    private struct ControlDraft : IDraft
    {
        public string? PreviousOwner;
        public string? NewOwner;
        public string? PreviousOwnerAppId;
        public string? PreviousOwnerAppRole;
        public string? NewOwnerAppId;
        public string? Note;
        public string? ContextType;
        public string? Summary;

        public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
        {
            8 when member.Is("metadata"u8) => r.TryString(out Note),
            14 when member.Is("new_owner_role"u8) => r.TryString(out NewOwner),
            16 when member.Is("new_owner_app_id"u8) => r.TryId(out NewOwnerAppId),
            19 when member.Is("previous_owner_role"u8) => r.TryString(out PreviousOwner),
            20 when member.Is("conversation_context"u8) => TakeContext(ref r, ref rest),
            21 when member.Is("previous_owner_app_id"u8) => r.TryId(out PreviousOwnerAppId),
            23 when member.Is("previous_owner_app_role"u8) => r.TryString(out PreviousOwnerAppRole),
            _ => false,
        };

        private bool TakeContext(ref JsonMemberReader r, ref Rest rest)
        {
            if (!r.IsObject)
            {
                return r.IsNull;
            }

            while (r.NextMember(out Member member))
            {
                bool taken = (member.Is("type"u8) && r.TryString(out ContextType))
                    || (member.Is("summary"u8)
                        && Draft.TryText(ref r, ref rest, "conversation_context.summary.", "text"u8, ref Summary));
                if (!taken)
                {
                    r.Keep(member, ref rest, "conversation_context.");
                }
            }

            return true;
        }
    }
}
