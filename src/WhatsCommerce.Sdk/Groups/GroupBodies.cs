namespace WhatsCommerce.Groups;

/// <summary>The JSON that contains only the messaging product.</summary>
internal sealed class WhatsAppBody : IJsonBody
{
    public static WhatsAppBody Instance { get; } = new();

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("messaging_product"u8, "whatsapp"u8);
        writer.WriteEndObject();
    }
}

/// <summary>The JSON that approves or rejects requests to join.</summary>
internal sealed class JoinRequestsBody(string[] ids) : IJsonBody
{
    public void Check()
    {
        Violations violations = new();
        violations.RequireCount("join_requests", ids.Length, int.MaxValue, "requests");
        for (int i = 0; i < ids.Length; i++)
        {
            violations.RequireText(new WirePath("join_requests[{0}]", i), ids[i], "The id of the request");
        }

        violations.ThrowIfAny("The requests to join were neither approved nor rejected");
    }

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("messaging_product"u8, "whatsapp"u8);
        writer.WriteStartArray("join_requests"u8);
        foreach (string id in ids)
        {
            writer.WriteStringValue(id);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}

/// <summary>The JSON that removes participants: phone numbers as <c>user</c>, user ids as <c>user_id</c>.</summary>
internal sealed class ParticipantsBody(Recipient[] participants) : IJsonBody
{
    public void Check()
    {
        Violations violations = new();
        violations.RequireCount("participants", participants.Length, GroupLimits.Participants, "participants");
        violations.RequireCustomers("participants[{0}].user", participants);
        violations.ThrowIfAny("Nobody was removed from the group");
    }

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("messaging_product"u8, "whatsapp"u8);
        writer.WriteStartArray("participants"u8);
        foreach (Recipient participant in participants)
        {
            writer.WriteStartObject();
            writer.WriteString(participant.Kind == RecipientKind.User ? "user_id"u8 : "user"u8, participant.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}

/// <summary>
/// The JSON of a response that a request was accepted; a webhook reports its outcome. Meta documents a request id only for the creation; if
/// another response has one, it is read as well.
/// </summary>
internal sealed record GroupRequestResponse(string? RequestId, bool? Success) : IGraphResponse
{
    bool IGraphResponse.IsComplete => Success != false;

    public GroupReceipt ToReceipt() => new() { RequestId = RequestId };
}

/// <summary>The JSON of a response with an invite link.</summary>
internal sealed record InviteLinkResponse(string? InviteLink) : IGraphResponse
{
    bool IGraphResponse.IsComplete => InviteLink is { Length: > 0 };
}

/// <summary>The JSON of the list of groups: an object within <c>data</c>, unlike other lists.</summary>
internal sealed record GroupsResponse(GroupsData? Data, PagingResponse? Paging) : IGraphResponse
{
    bool IGraphResponse.IsComplete => Data is not null;

    public PageResponse<GroupSummary> ToPage() => new(Data?.Groups ?? [], Paging) { Operation = "list_groups" };
}

internal sealed record GroupsData(IReadOnlyList<GroupSummary>? Groups);

/// <summary>The JSON of a response to approvals or rejections.</summary>
internal sealed record JoinRequestsResponse(
    IReadOnlyList<string>? ApprovedJoinRequests,
    IReadOnlyList<string>? RejectedJoinRequests,
    IReadOnlyList<FailedJoinRequestResponse>? FailedJoinRequests) : IGraphResponse
{
    bool IGraphResponse.IsComplete => (ApprovedJoinRequests ?? RejectedJoinRequests) is not null || FailedJoinRequests is not null;

    public JoinRequestsResult ToResult() => new()
    {
        Done = ApprovedJoinRequests ?? RejectedJoinRequests ?? [],
        Failed = [.. (FailedJoinRequests ?? []).Select(static failed => failed.ToFailure())],
    };
}

internal sealed record FailedJoinRequestResponse(string? JoinRequestId, IReadOnlyList<JoinErrorResponse>? Errors)
{
    public JoinRequestFailure ToFailure() => new()
    {
        Id = JoinRequestId,
        Errors = [.. (Errors ?? []).Select(static error => new GraphError
        {
            Code = error.Code, Title = error.Title, Message = error.Message, Details = error.ErrorData?.Details,
        })],
    };
}

internal sealed record JoinErrorResponse(int? Code, string? Title, string? Message, JoinErrorDataResponse? ErrorData);
internal sealed record JoinErrorDataResponse(string? Details);
