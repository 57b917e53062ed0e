using System.Buffers.Text;
using System.Collections.Concurrent;
using WhatsCommerce.Testing.Judging.Groups;

namespace WhatsCommerce.Testing;

/// <summary>The groups of all numbers. Thread-safe.</summary>
internal sealed class GroupBook(GroupWebhooks webhooks, EmulatorChanges changes, IdSequence ids)
{
    private const int LinkLetters = 22;
    private const int RequestBytes = 16;

    private readonly ConcurrentDictionary<string, EmulatedGroup> _groups = new(StringComparer.Ordinal);

    /// <summary>All groups, oldest first.</summary>
    public EmulatedGroup[] All => [.. _groups.Values.OrderBy(group => group.Ordinal)];

    public EmulatedGroup[] Of(EmulatedNumber number) => [.. All.Where(group => group.Number == number)];

    public EmulatedGroup? Find(string id) => _groups.GetValueOrDefault(id);

    public EmulatedGroup Create(EmulatedNumber number, string subject, string? description, bool needsApproval)
    {
        long ordinal = ids.Next();
        string id = Base64Url.EncodeToString(
            Encoding.UTF8.GetBytes(FormattableString.Invariant($"capi_group:{number.PhoneNumber.Digits}:{ordinal}")));
        EmulatedGroup group = new(webhooks, changes, number, ordinal, id, needsApproval, webhooks.Now)
        {
            Subject = subject, Description = description, InviteLink = NewLink(),
        };
        Put(group);
        return group;
    }

    /// <summary>Restores a group of an earlier run.</summary>
    public EmulatedGroup Enter(EmulatedNumber number, long ordinal, string id, bool needsApproval, DateTimeOffset at)
    {
        EmulatedGroup group = new(webhooks, changes, number, ordinal, id, needsApproval, at);
        Put(group);
        return group;
    }

    public void Remove(EmulatedGroup group)
    {
        _groups.TryRemove(group.Id.Value!, out _);
        changes.Settings();
    }

    /// <summary>Whether a message can be sent to a group. Until there is a group, any group id is accepted.</summary>
    public Refusal? JudgeMessage(EmulatedNumber from, string groupId) => _groups.IsEmpty ? null
        : Find(groupId) is not { } group || group.Number != from ? GroupRefusals.Unknown()
        : group.IsSuspended ? GroupRefusals.Suspended()
        : group.People.Length == 0 ? GroupRefusals.Alone()
        : null;

    public static string NewLink() => "https://chat.whatsapp.com/"
        + RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", LinkLetters);

    public static string NewRequestId() => RandomNumberGenerator.GetHexString(2 * RequestBytes);

    private void Put(EmulatedGroup group)
    {
        _groups[group.Id.Value!] = group;
        changes.Settings();
    }
}
