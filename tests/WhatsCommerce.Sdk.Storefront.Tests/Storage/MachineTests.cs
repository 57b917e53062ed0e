using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Storage;

public sealed class MachineTests
{
    [Fact]
    public void Cart_States_AreThoseOfTheDesign() => Assert.Equal(
        [
            (CartState.Open, CartState.Locked), (CartState.Open, CartState.Replaced), (CartState.Open, CartState.Expired),
            (CartState.Locked, CartState.Converted), (CartState.Locked, CartState.Replaced), (CartState.Locked, CartState.Expired),
        ],
        StorefrontMachines.Cart.Transitions);

    [Fact]
    public void Attempt_ThatHasEnded_CanOnlyBecomePaid() => Assert.All(
        (AttemptState[])[AttemptState.Failed, AttemptState.Expired, AttemptState.Cancelled],
        ended => Assert.Equal(
            [AttemptState.Paid],
            StorefrontMachines.Attempt.Transitions.Where(step => step.From == ended).Select(step => step.To)));

    [Fact]
    public void Attempt_Paid_IsFinal() =>
        Assert.DoesNotContain(StorefrontMachines.Attempt.Transitions, step => step.From == AttemptState.Paid);

    [Fact]
    public void Order_UnderReview_EndsPlacedOrCancelled() => Assert.Equal(
        [OrderState.Placed, OrderState.Cancelled],
        StorefrontMachines.Order.Transitions.Where(step => step.From == OrderState.NeedsReview).Select(step => step.To));

    [Fact]
    public void Machines_EveryState_CanBeReached()
    {
        Reach(StorefrontMachines.Cart);
        Reach(StorefrontMachines.Attempt);
        Reach(StorefrontMachines.Order);
        Reach(StorefrontMachines.Payment);
        Reach(StorefrontMachines.Refund);

        static void Reach<TState>(Machine<TState> machine)
            where TState : struct, Enum
        {
            HashSet<TState> reached = [machine.Start];
            while (machine.Transitions.Any(step => reached.Contains(step.From) && reached.Add(step.To)))
            {
            }

            Assert.Empty(Enum.GetValues<TState>().Except(reached));
        }
    }

    [Fact]
    public void Go_TransitionThatTheTableLacks_Throws() =>
        Assert.Throws<InvalidOperationException>(() => StorefrontMachines.Cart.Go(CartState.Expired, CartState.Open));

    [Fact]
    public void ToMermaid_Machine_DrawsEachTransition() => Assert.Equal(
        """
        stateDiagram-v2
            [*] --> Requested
            Requested --> Pending
            Requested --> Done
            Requested --> Failed
            Requested --> Unknown
            Pending --> Done
            Pending --> Failed
            Pending --> Unknown
            Unknown --> Pending
            Unknown --> Done
            Unknown --> Failed
        """,
        StorefrontMachines.Refund.ToMermaid());
}
