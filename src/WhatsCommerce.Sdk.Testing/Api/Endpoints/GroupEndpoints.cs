using WhatsCommerce.Testing.Judging.Groups;

namespace WhatsCommerce.Testing;

/// <summary>
/// The endpoints for groups. Changes are made immediately, and webhooks report them. If Meta does not document a response, it contains the
/// id of the request. Source: Meta, groups/reference.
/// </summary>
internal sealed class GroupEndpoints(GroupBook book, GroupWebhooks webhooks, Paging paging)
{
    private readonly FieldSet<EmulatedGroup> _fields = new("WhatsAppGroup", "id")
    {
        ["id"] = (json, group) => json.WriteString("id", group.Id.Value),
        ["subject"] = (json, group) => json.WriteString("subject", group.Subject),
        ["description"] = (json, group) =>
        {
            if (group.Description is { } description)
            {
                json.WriteString("description", description);
            }
        },
        ["join_approval_mode"] = (json, group) => json.WriteString("join_approval_mode", ModeOf(group)),
        ["suspended"] = (json, group) => json.WriteBoolean("suspended", group.IsSuspended),
        ["creation_timestamp"] = (json, group) => json.WriteNumber("creation_timestamp", group.CreatedAt.ToUnixTimeSeconds()),
        ["participants"] = (json, group) => webhooks.WritePeople(json, "participants", group.People),
        ["total_participant_count"] = (json, group) => json.WriteNumber("total_participant_count", group.People.Length),
    };

    public ApiResponse Create(ApiCall call, EmulatedNumber number)
    {
        string? subject = call.Text("subject");
        string? description = call.Text("description");
        string? mode = call.Text("join_approval_mode");
        ApiCall.Check(
            GroupRules.Create(call.Text("messaging_product"), subject, description, mode)
                ?? (book.Of(number).Length >= GroupRules.Groups ? GroupRefusals.TooMany() : null));
        EmulatedGroup group = book.Create(number, subject!.Trim(), description, mode == "approval_required");
        return Accepted(request => webhooks.Tell(group, GroupWebhooks.Lifecycle, "group_create", json =>
        {
            json.WriteString("request_id", request);
            json.WriteString("subject", group.Subject);
            if (description is not null)
            {
                json.WriteString("description", description);
            }

            json.WriteString("invite_link", group.InviteLink);
            json.WriteString("join_approval_mode", ModeOf(group));
        }));
    }

    public ApiResponse List(ApiCall call, EmulatedNumber number) => paging.Respond(
        call,
        book.Of(number),
        static group => group.Ordinal,
        static (json, group) =>
        {
            json.WriteString("id", group.Id.Value);
            json.WriteString("subject", group.Subject);
            json.WriteString("created_at", GroupWebhooks.Seconds(group.CreatedAt));
        },
        "groups");

    public ApiResponse Read(ApiCall call, EmulatedGroup group)
    {
        IReadOnlyList<string> fields = _fields.Read(call);
        return ApiResponse.Success(json =>
        {
            json.WriteString("messaging_product", "whatsapp");
            _fields.Write(json, group, fields);
        });
    }

    public ApiResponse Update(ApiCall call, EmulatedGroup group)
    {
        string? subject = call.Text("subject");
        string? description = call.Text("description");
        FilePart? picture = call.Request.File;
        ApiCall.Check(GroupRules.Update(call.Text("messaging_product"), subject, description, picture?.Content, picture?.ContentType));
        group.Subject = subject?.Trim() ?? group.Subject;
        group.Description = description ?? group.Description;
        return Accepted(request => webhooks.Tell(group, GroupWebhooks.Settings, "group_settings_update", json =>
        {
            json.WriteString("request_id", request);
            WriteChange(json, "group_subject", subject);
            WriteChange(json, "group_description", description);
            if (picture is not null)
            {
                json.WriteStartObject("profile_picture");
                json.WriteString("mime_type", "image/jpeg");
                json.WriteString(
                    "sha256", Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(picture.Content.Span)));
                json.WriteBoolean("update_successful", true);
                json.WriteEndObject();
            }
        }));
    }

    public ApiResponse Delete(ApiCall call, EmulatedGroup group)
    {
        book.Remove(group);
        return Accepted(
            request => webhooks.Tell(
                group, GroupWebhooks.Lifecycle, "group_delete", json => json.WriteString("request_id", request)),
            withSuccess: true);
    }

    public static ApiResponse ReadLink(ApiCall call, EmulatedGroup group) => ApiResponse.Success(json =>
    {
        json.WriteString("messaging_product", "whatsapp");
        json.WriteString("invite_link", group.InviteLink);
    });

    public static ApiResponse ResetLink(ApiCall call, EmulatedGroup group)
    {
        ApiCall.Check(RequestRules.MessagingProduct(call.Text("messaging_product")));
        group.InviteLink = GroupBook.NewLink();
        return ReadLink(call, group);
    }

    // Only in Meta's OpenAPI description: the link becomes invalid, and a new one can be read.
    public static ApiResponse DeleteLink(ApiCall call, EmulatedGroup group)
    {
        group.InviteLink = GroupBook.NewLink();
        return ApiResponse.Success(static json =>
        {
            json.WriteString("messaging_product", "whatsapp");
            json.WriteBoolean("success", true);
        });
    }

    public ApiResponse ListRequests(ApiCall call, EmulatedGroup group) => paging.Respond(
        call,
        group.Applicants,
        static applicant => applicant.Number,
        (json, applicant) =>
        {
            json.WriteString("join_request_id", applicant.Id);
            webhooks.WritePerson(json, applicant.Person);
            json.WriteNumber("creation_timestamp", applicant.At.ToUnixTimeSeconds());
        });

    public static ApiResponse Approve(ApiCall call, EmulatedGroup group) => AnswerRequests(call, group, isApproved: true);

    public static ApiResponse Reject(ApiCall call, EmulatedGroup group) => AnswerRequests(call, group, isApproved: false);

    public ApiResponse RemoveParticipants(ApiCall call, EmulatedGroup group)
    {
        ApiCall.Check(GroupRules.Removal(call.Body, out string[] addresses));
        (List<GroupPerson> done, List<string> unknown) = group.Remove(addresses);
        return Accepted(request => webhooks.Tell(group, GroupWebhooks.Participants, "group_participants_remove", json =>
        {
            json.WriteString("request_id", request);
            json.WriteString("initiated_by", "business");
            webhooks.WritePeople(json, "removed_participants", done, withInput: true);
            if (unknown.Count > 0)
            {
                json.WriteStartArray("failed_participants");
                foreach (string address in unknown)
                {
                    json.WriteStartObject();
                    json.WriteString("input", address);
                    WriteErrors(json, GroupRefusals.NoParticipant());
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }
        }));
    }

    // At Meta the change takes some time; here it is made before the response, and the webhook follows after it.
    private static ApiResponse Accepted(Func<string, Task> tell, bool withSuccess = false)
    {
        string request = GroupBook.NewRequestId();
        return ApiResponse.Success(
            json =>
            {
                json.WriteString("messaging_product", "whatsapp");
                json.WriteString("request_id", request);
                if (withSuccess)
                {
                    json.WriteBoolean("success", true);
                }
            },
            () => _ = tell(request));
    }

    private static ApiResponse AnswerRequests(ApiCall call, EmulatedGroup group, bool isApproved)
    {
        ApiCall.Check(GroupRules.JoinRequests(call.Body, out string[] ids));
        (List<GroupApplicant> done, List<string> full, List<string> unknown) = group.Answer(ids, isApproved);
        return ApiResponse.Success(
            json =>
            {
                json.WriteString("messaging_product", "whatsapp");
                json.WriteStartArray(isApproved ? "approved_join_requests" : "rejected_join_requests");
                done.ForEach(applicant => json.WriteStringValue(applicant.Id));
                json.WriteEndArray();
                if (full.Count + unknown.Count > 0)
                {
                    json.WriteStartArray("failed_join_requests");
                    full.ForEach(id => WriteFailure(json, id, GroupRefusals.Full()));
                    unknown.ForEach(id => WriteFailure(json, id, GroupRefusals.NoJoinRequest()));
                    json.WriteEndArray();
                }
            },
            isApproved && done.Count > 0
                ? () => _ = group.TellAdded(done.Select(applicant => applicant.Person), withInput: true)
                : null);
    }

    private static void WriteFailure(Utf8JsonWriter json, string id, Refusal refusal)
    {
        json.WriteStartObject();
        json.WriteString("join_request_id", id);
        WriteErrors(json, refusal);
        json.WriteEndObject();
    }

    private static void WriteErrors(Utf8JsonWriter json, Refusal refusal) =>
        WebhookBodies.WriteErrors(json, new MetaError(refusal.Code, refusal.Message, refusal.Details!));

    private static void WriteChange(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteStartObject(name);
            json.WriteString("text", text);
            json.WriteBoolean("update_successful", true);
            json.WriteEndObject();
        }
    }

    private static string ModeOf(EmulatedGroup group) => group.NeedsApproval ? "approval_required" : "auto_approve";
}
