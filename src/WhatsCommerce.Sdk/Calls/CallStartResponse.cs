namespace WhatsCommerce.Calls;

/// <summary>The JSON of a call that was started.</summary>
internal sealed record CallStartResponse(IReadOnlyList<CallIdResponse>? Calls) : IGraphResponse
{
    public string? Id => Calls is [{ Id: { Length: > 0 } id }, ..] ? id : null;

    bool IGraphResponse.IsComplete => Id is not null;
}

internal sealed record CallIdResponse(string? Id);
