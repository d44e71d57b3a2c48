"""How a teacher learns, whatever it is taught: rates, decay, steps."""

import time

import torch


class FineTuning:
    """The optimizer of a teacher that begins as a published encoder: what is new in it learns eight times as fast, vectors do not decay."""

    def __init__(self, teacher, rate, total, name, log):
        """`total`: steps in all; the rate rises over the first 6 % of them and falls to a fiftieth. `name`: for the log, a line every 50 steps."""
        self.teacher, self.total, self.name, self.log = teacher, total, name, log
        fresh = lambda name: name.startswith("head") or "enc.fe" in name
        known = [p for n, p in teacher.named_parameters() if not fresh(n)]
        groups = [
            dict(params=[p for p in known if p.ndim > 1], lr=rate, weight_decay=0.01),
            dict(params=[p for p in known if p.ndim < 2], lr=rate, weight_decay=0),
            dict(params=[p for n, p in teacher.named_parameters() if fresh(n)], lr=rate * 8, weight_decay=0.01),
        ]
        self.optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)
        self.rates = [group["lr"] for group in self.optimizer.param_groups]
        self.step, self.began = 0, time.time()
        teacher.train()

    def learn(self, loss):
        """One step down the loss."""
        for group, rate in zip(self.optimizer.param_groups, self.rates):
            group["lr"] = rate * min(1, (self.step + 1) / (0.06 * self.total)) * max(0.02, 1 - self.step / self.total)
        self.optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.teacher.parameters(), 1.0)
        self.optimizer.step()
        self.step += 1
        if self.step % 50 == 0:
            self.log(f"{self.name}: step {self.step} of {self.total}, loss {float(loss.detach()):.3f}, {time.time() - self.began:.0f} s")

    def save(self, path, layers):
        """The weights in half precision, as `load_teacher` reads them."""
        torch.save(dict(m={name: tensor.half() for name, tensor in self.teacher.state_dict().items()}, layers=layers), path)
