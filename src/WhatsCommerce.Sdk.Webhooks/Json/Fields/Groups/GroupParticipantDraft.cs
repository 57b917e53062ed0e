namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads a participant of a group.</summary>
internal struct GroupParticipantDraft : IPartDraft<GroupParticipant>
{
    private string? _input;
    private IReadOnlyList<GraphError>? _errors;
    private CustomerNaming _customer;

    public bool TryTake(ref JsonMemberReader r, in Member member, ref Rest rest) => member.Name.Length switch
    {
        5 when member.Is("input"u8) => r.TryId(out _input),
        6 when member.Is("errors"u8) => GraphErrorReader.TryRead(ref r, member, ref rest, out _errors),
        _ => _customer.TryTake(ref r, member, ref rest),
    };

    public readonly GroupParticipant ToPart(AdditionalProperties rest) => new()
    {
        Customer = _customer.ToCustomer(),
        Input = _input,
        Errors = _errors ?? [],
        AdditionalProperties = rest,
    };
}
