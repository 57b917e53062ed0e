using System.Text.Json.Nodes;

namespace WhatsCommerce.Tests;

/// <summary>JSON objects have no order, and Meta's do vary.</summary>
public sealed class MemberOrderTests
{
    [Theory]
    [InlineData("message")]
    [InlineData("order")]
    [InlineData("item")]
    [InlineData("value")]
    [InlineData("change")]
    public void Parse_EveryPermutationOfAnObject_GivesTheSameEvents(string which)
    {
        JsonNode body =
            JsonNode.Parse(Bodies.Value($"\"messages\":[{Bodies.Order()},{Bodies.Question()}],\"statuses\":[{Bodies.Status()}]"))!;
        JsonObject change = body["entry"]![0]!["changes"]![0]!.AsObject();
        JsonObject message = change["value"]!["messages"]![0]!.AsObject();
        JsonObject shuffled = which switch
        {
            "message" => message,
            "order" => message["order"]!.AsObject(),
            "item" => message["order"]!["product_items"]![0]!.AsObject(),
            "value" => change["value"]!.AsObject(),
            _ => change,
        };
        string[] expected = Describe(body);

        KeyValuePair<string, JsonNode?>[] members = [.. shuffled];
        foreach (int[] order in Permutations(members.Length))
        {
            shuffled.Clear();
            foreach (int index in order)
            {
                shuffled.Add(members[index].Key, members[index].Value);
            }

            Assert.Equal(expected, Describe(body));
        }
    }

    [Fact]
    public void Parse_EveryObjectShuffledAtOnce_GivesTheSameEvents()
    {
        string[] expected = Describe(JsonNode.Parse(Bodies.Everything)!);
        var random = new Random(20260101);
        for (int round = 0; round < 300; round++)
        {
            JsonNode body = JsonNode.Parse(Bodies.Everything)!;
            Shuffle(body, random);

            Assert.Equal(expected, Describe(body));
        }
    }

    // Messages and statuses of one change come in the order of the body, which here is what varies.
    private static string[] Describe(JsonNode body) =>
        [.. Bodies.Parse(body.ToJsonString()).Events.Select(EventDescription.Describe).Order(StringComparer.Ordinal)];

    private static void Shuffle(JsonNode? node, Random random)
    {
        if (node is JsonArray array)
        {
            foreach (JsonNode? item in array)
            {
                Shuffle(item, random);
            }
        }
        else if (node is JsonObject members)
        {
            KeyValuePair<string, JsonNode?>[] pairs = [.. members];
            random.Shuffle(pairs);
            members.Clear();
            foreach ((string name, JsonNode? value) in pairs)
            {
                Shuffle(value, random);
                members.Add(name, value);
            }
        }
    }

    private static IEnumerable<int[]> Permutations(int length) => length == 0
        ? [[]]
        : from shorter in Permutations(length - 1)
          from at in Enumerable.Range(0, length)
          select (int[])[.. shorter[..at], length - 1, .. shorter[at..]];
}
