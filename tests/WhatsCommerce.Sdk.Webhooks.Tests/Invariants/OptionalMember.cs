using System.Text.Json.Nodes;
using WhatsCommerce.Tests.Coverage;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Invariants;

/// <summary>A member without which a body still tells the same kinds of events, and the typed values that go with it.</summary>
/// <param name="Object">Which object of the body holds it, counted from the outside.</param>
/// <param name="Name">Its name.</param>
/// <param name="Lines">What is no longer said when it alone is absent.</param>
internal sealed record OptionalMember(int Object, string Name, string[] Lines)
{
    /// <summary>
    /// Customers' ids and the members of contacts are left out: several members say the same, and what is lost shows only when all of them
    /// are absent.
    /// </summary>
    private static readonly string[] Repeated =
        [
            "contacts",
            "wa_id",
            "user_id",
            "parent_user_id",
            "from",
            "from_user_id",
            "from_parent_user_id",
            "to",
            "recipient_id",
            "recipient_user_id",
            "recipient_parent_user_id",
            "parent_recipient_user_id"];

    /// <summary>Members of which one must be there: what is left of an object that has several of them is never without all.</summary>
    private static readonly string[][] OneOf =
    [
        // A file is found by its id or its address.
        ["id", "url"],
        // Either says that a status is a receipt of a group.
        ["recipient_type", "recipient_participant_id"],
        // Any of them says that a message is not supported.
        ["type", "errors", "unsupported"],

        // A number alone says nothing about what happened to it, a template's name nothing about its quality.
        ["event", "requester", "current_limit", "old_limit", "max_daily_conversations_per_business"],
        ["decision", "requested_verified_name", "rejection_reason"],
        ["status", "username"],
        ["previous_quality_score", "new_quality_score"],
        ["sender", "recipient", "control_passed"],
        ["phone_number_settings", "type"],
    ];

    public static IEnumerable<OptionalMember> Of(JsonNode body, string[] all)
    {
        string[] kinds = Kinds(Parse(body));
        int count = Rewriting.ObjectsOf(body).Count;
        for (int index = 0; index < count; index++)
        {
            foreach (string name in Rewriting.ObjectsOf(body)[index]
                .Select(member => member.Key)
                .Except(Repeated, StringComparer.Ordinal)
                .ToArray())
            {
                JsonNode without = body.DeepClone();
                Rewriting.ObjectsOf(without)[index].Remove(name);
                WebhookNotification notification = Parse(without);
                if (Kinds(notification).SequenceEqual(kinds))
                {
                    yield return new(index, name, [.. all.Except(EventGraph.Of(notification).Lines)]);
                }
            }
        }
    }

    /// <summary>
    /// Removes it from a body of the same shape, unless an object that holds it went before, or would hold nothing without it.
    /// </summary>
    public void RemoveFrom(IReadOnlyList<JsonObject> objects)
    {
        if (objects[Object].Count > 1)
        {
            objects[Object].Remove(Name);
        }
    }

    /// <summary>Leaves out what cannot be absent together with the others.</summary>
    public static OptionalMember[] Reconcile(IReadOnlyList<JsonObject> objects, OptionalMember[] absent) =>
    [
        .. absent.Where(member => !OneOf.Any(group =>
            group.Contains(member.Name)
            && group.Count(objects[member.Object].ContainsKey) > 1
            && group.Where(objects[member.Object].ContainsKey)
                .All(name => absent.Any(other => other.Object == member.Object && other.Name == name))
            && Array.Find(group, objects[member.Object].ContainsKey) == member.Name)),
    ];

    private static string[] Kinds(WebhookNotification notification) => [.. notification.Events.Select(e => e.GetType().Name)];

    private static WebhookNotification Parse(JsonNode body) => WebhookParser.Parse(body.ToJsonString().Bytes());
}
