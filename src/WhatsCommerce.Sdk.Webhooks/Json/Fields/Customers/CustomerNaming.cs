namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads the customer of events without <c>contacts[]</c>.</summary>
internal struct CustomerNaming : IDraft
{
    public string? WaId;
    public string? UserId;
    public string? ParentUserId;
    public string? Username;

    public readonly bool IsEmpty => (WaId ?? UserId ?? ParentUserId ?? Username) is null;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        5 when member.Is("wa_id"u8) => r.TryId(out WaId),
        7 when member.Is("user_id"u8) => r.TryId(out UserId),
        8 when member.Is("username"u8) => r.TryId(out Username),
        14 when member.Is("parent_user_id"u8) => r.TryId(out ParentUserId),
        _ => false,
    };

    /// <summary>Takes an id that may be a number or a user id, unless the customer already has one of that kind.</summary>
    public void NameBy(string? id)
    {
        if (new BusinessScopedUserId(id).IsWellFormed)
        {
            UserId ??= id;
        }
        else
        {
            WaId ??= id;
        }
    }

    public readonly Customer ToCustomer() => IsEmpty
        ? Customer.Unknown
        : new Customer { WaId = WaId, UserId = UserId, ParentUserId = ParentUserId, Username = Username };

    /// <summary>The customer of an item, completed with its contact.</summary>
    public readonly Customer Join(ref Contacts contacts, int index)
    {
        Customer customer = contacts.Join(index, WaId, UserId, ParentUserId);
        return Username is null ? customer : customer with { Username = Username };
    }
}
