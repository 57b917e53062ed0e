namespace WhatsCommerce.Testing;

/// <summary>The groups of the number of the options; what was sent to them is not kept.</summary>
internal sealed class GroupState(GroupBook book, EmulatedAccounts accounts)
{
    public IReadOnlyList<SavedChatGroup> Save() =>
    [
        .. book.Of(accounts.MainNumber).Select(group => new SavedChatGroup(
            group.Ordinal, group.Id.Value!, group.Subject, group.InviteLink, group.NeedsApproval, group.CreatedAt, group.IsSuspended)
        {
            Description = group.Description,
            Participants = group.People,
            Removed = group.Removed,
            Applicants = group.Applicants,
        }),
    ];

    public void Restore(IReadOnlyList<SavedChatGroup> saved)
    {
        foreach (SavedChatGroup item in saved)
        {
            EmulatedGroup group = book.Enter(accounts.MainNumber, item.Ordinal, item.Id, item.NeedsApproval, item.CreatedAt);
            group.Subject = item.Subject;
            group.Description = item.Description;
            group.InviteLink = item.InviteLink;
            group.Restore(item.IsSuspended, item.Participants ?? [], item.Removed ?? [], item.Applicants ?? []);
        }
    }
}
