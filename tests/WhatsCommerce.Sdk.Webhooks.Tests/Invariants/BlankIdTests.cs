using System.Text.Json.Nodes;
using WhatsCommerce.Tests.Coverage;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Invariants;

/// <summary>A blank id is an absent one, in whatever kind of event and wherever in it.</summary>
public sealed class BlankIdTests
{
    /// <summary>Members that name somebody or something, beside those that end in <c>_id</c>.</summary>
    private static readonly string[] Ids =
        [
            "id",
            "from",
            "to",
            "customer",
            "recipient",
            "phone_number",
            "display_phone_number",
            "username",
            "identity_key_hash",
            "recipient_identity_key_hash",
            "requester",
            "input"];

    public static TheoryData<string> Names() => [.. Samples.Names, .. Examples.Names];

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Names))]
    public void Parse_BlankOrNullId_TellsWhatItsAbsenceTells(string name)
    {
        JsonNode body = Examples.Load(name).Body;
        int count = Rewriting.ObjectsOf(body).Count;
        for (int index = 0; index < count; index++)
        {
            foreach (string member in Rewriting.ObjectsOf(body)[index].Select(pair => pair.Key).Where(IsId).ToArray())
            {
                // An object that holds nothing is told otherwise than one that holds a blank.
                if (Rewriting.ObjectsOf(body)[index].Count == 1)
                {
                    continue;
                }

                string absent = Typed(Without(body, index, member));
                foreach (JsonNode? blank in (JsonNode?[])["", "  ", "\u00a0", null])
                {
                    JsonNode changed = body.DeepClone();
                    Rewriting.ObjectsOf(changed)[index][member] = blank?.DeepClone();

                    Assert.True(
                        absent == Typed(changed),
                        $"{member} = \"{blank}\":\n{Typed(changed)}\ninstead of\n{absent}\nfor {changed.ToJsonString()}");
                }
            }
        }
    }

    private static bool IsId(string name) => Ids.Contains(name, StringComparer.Ordinal) || name.EndsWith("_id", StringComparison.Ordinal);

    private static JsonNode Without(JsonNode body, int index, string member)
    {
        JsonNode without = body.DeepClone();
        Rewriting.ObjectsOf(without)[index].Remove(member);
        return without;
    }

    // Why something is malformed may say that a string was found, or that nothing was.
    private static string Typed(JsonNode body) => string.Join(
        '\n', EventGraph.Of(WebhookParser.Parse(body.ToJsonString().Bytes())).Lines.Where(
            line => !line.Contains(".Reason = ", StringComparison.Ordinal)));
}
