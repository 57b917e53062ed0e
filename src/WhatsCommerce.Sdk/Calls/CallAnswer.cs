namespace WhatsCommerce.Calls;

/// <summary>The JSON of a call that was started.</summary>
internal sealed record CallStartAnswer(IReadOnlyList<CallIdAnswer>? Calls) : IGraphAnswer
{
    public string? Id => Calls is [{ Id: { Length: > 0 } id }, ..] ? id : null;

    bool IGraphAnswer.IsComplete => Id is not null;
}

internal sealed record CallIdAnswer(string? Id);
