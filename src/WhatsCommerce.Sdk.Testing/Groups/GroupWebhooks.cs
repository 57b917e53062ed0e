namespace WhatsCommerce.Testing;

/// <summary>Sends the webhooks of groups as Meta does. Source: Meta, groups/webhooks and groups/groups-messaging.</summary>
internal sealed class GroupWebhooks(CloudApiEmulatorOptions options, WebhookSender sender, MessageIds ids)
{
    public const string Lifecycle = "group_lifecycle_update";
    public const string Participants = "group_participants_update";
    public const string Settings = "group_settings_update";
    public const string Status = "group_status_update";

    public DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    /// <summary>Sends the webhook of one group; completes when the callback has accepted it, or it was given up.</summary>
    public Task Tell(EmulatedGroup group, string field, string type, Action<Utf8JsonWriter>? write = null) => sender.Enqueue(
        type.Replace('_', ' '),
        WebhookBodies.Body(
            group.Number,
            value =>
            {
                value.WriteStartArray("groups");
                value.WriteStartObject();
                value.WriteString("timestamp", Seconds(Now));
                value.WriteString("group_id", group.Id.Value);
                value.WriteString("type", type);
                write?.Invoke(value);
                value.WriteEndObject();
                value.WriteEndArray();
            },
            field));

    /// <summary>Sends a message of a participant in a group.</summary>
    public async Task<MessageId> TellTextAsync(EmulatedGroup group, EmulatedCustomer from, string text)
    {
        MessageId id = ids.NextInbound();
        GroupPerson person = GroupPerson.Of(from);
        await sender.Enqueue("group text", WebhookBodies.Body(group.Number, value =>
        {
            value.WriteStartArray("contacts");
            value.WriteStartObject();
            value.WriteStartObject("profile");
            value.WriteString("name", MetaJson.WellFormed(from.Name));
            value.WriteEndObject();
            WritePerson(value, person);
            value.WriteEndObject();
            value.WriteEndArray();
            value.WriteStartArray("messages");
            value.WriteStartObject();
            if (person.WaId is not null)
            {
                value.WriteString("from", person.WaId);
            }

            if (options.IncludeUserIds || person.WaId is null)
            {
                value.WriteString("from_user_id", person.UserId);
            }

            value.WriteString("group_id", group.Id.Value);
            value.WriteString("id", id.Value);
            value.WriteString("timestamp", Seconds(Now));
            value.WriteString("type", "text");
            value.WriteStartObject("text");
            value.WriteString("body", MetaJson.WellFormed(text));
            value.WriteEndObject();
            value.WriteEndObject();
            value.WriteEndArray();
        })).ConfigureAwait(false);
        return id;
    }

    public void WritePerson(Utf8JsonWriter json, GroupPerson person) => person.Write(json, options.IncludeUserIds);

    public void WritePeople(Utf8JsonWriter json, string name, IEnumerable<GroupPerson> people, bool withInput = false)
    {
        json.WriteStartArray(name);
        foreach (GroupPerson person in people)
        {
            json.WriteStartObject();
            if (withInput)
            {
                json.WriteString("input", person.WaId ?? person.UserId);
            }

            WritePerson(json, person);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static string Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
