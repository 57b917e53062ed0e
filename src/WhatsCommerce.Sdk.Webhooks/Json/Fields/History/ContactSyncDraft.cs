namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>state_sync[]</c>.</summary>
internal struct ContactSyncDraft : IItemDraft
{
    private string? _action;
    private string? _type;
    private ContactDraft _contact;
    private MetadataDraft _metadata;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        4 when member.Is("type"u8) => r.TryString(out _type),
        6 when member.Is("action"u8) => r.TryString(out _action),
        7 when member.Is("contact"u8) => Draft.TryFillInner(ref _contact, ref r, ref rest, "contact."),
        8 when member.Is("metadata"u8) => Draft.TryFillInner(ref _metadata, ref r, ref rest, "metadata."),
        _ => false,
    };

    public readonly WebhookEvent ToEvent(in EventHead head, in ItemArray items, ref Contacts contacts)
    {
        return new ContactSyncEvent(head with
        {
            Timestamp = _metadata.Timestamp ?? head.Timestamp,
            Customer = _contact.ToCustomer(),
        })
        {
            Action = new(_action),
            Type = _type,
            FullName = _contact.FullName,
            FirstName = _contact.FirstName,
        };
    }

    private struct ContactDraft : IDraft
    {
        public string? FullName;
        public string? FirstName;
        private string? _phoneNumber;
        private CustomerNaming _customer;

        public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
        {
            9 when member.Is("full_name"u8) => r.TryString(out FullName),
            10 when member.Is("first_name"u8) => r.TryString(out FirstName),
            12 when member.Is("phone_number"u8) => r.TryId(out _phoneNumber),
            _ => _customer.TryTake(ref r, member, ref rest),
        };

        public readonly Customer ToCustomer()
        {
            CustomerNaming customer = _customer;
            customer.WaId ??= _phoneNumber;
            return customer.ToCustomer();
        }
    }

    private struct MetadataDraft : IDraft
    {
        public DateTimeOffset? Timestamp;

        public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Is("timestamp"u8) && r.TryTimestamp(out Timestamp);
    }
}
